def run(check): return 0
