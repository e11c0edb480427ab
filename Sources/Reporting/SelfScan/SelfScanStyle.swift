/// The style of the self-scan, beside that of the pages.
enum SelfScanStyle {
  static let sheet = """

    .scan{max-width:46rem;margin:auto;padding:0 1rem 2rem}
    .scan section,.scan form{margin-bottom:2rem}
    .scan fieldset{border:0;border-top:1px solid var(--line);margin:0;padding:1rem 0;min-width:0}
    .scan legend{font-weight:700;padding:0;float:left;width:100%;margin-bottom:.4rem}
    .scan legend+*{clear:left}
    .scan .hint{margin:.1rem 0 .4rem;font-size:.9rem;color:var(--soft)}
    .scan .wrong{margin:.3rem 0 0;font-weight:700}
    .scan .wrong::before{content:"! ";color:#8a1c1c}
    .scan input[type=text]{max-width:12rem}
    .scan [aria-invalid=true]{border:2px solid #8a1c1c}
    .choices{display:grid;gap:.15rem;margin:0;padding:0;list-style:none}
    .choices li{margin:0;max-width:none}
    .choices label{display:flex;gap:.6rem;align-items:center;font-weight:400;padding:.3rem .4rem;border-radius:.3rem}
    .choices input{width:1.25rem;height:1.25rem;flex:none;margin:0;accent-color:var(--link)}
    .choices label:hover{background:var(--faint)}
    .choices label:has(:checked){background:#e3eef8}
    button{font:inherit;color:var(--link);background:var(--paper);border:1px solid #6b6b6b;border-radius:.3rem;padding:.45rem .9rem;cursor:pointer}
    .buttons{display:flex;flex-wrap:wrap;gap:1rem;align-items:center}
    .shares{width:100%}
    .shares th[scope=row]{min-width:0;width:55%}
    .shares td{min-width:0}
    .track{position:relative;display:block;height:1.1rem;min-width:4rem;background:#ececec}
    .fill{position:absolute;inset:0 auto 0 0;min-width:2px;background:var(--type);border:1px solid var(--ink)}
    .box{border-left:.4rem solid var(--type);padding-left:1rem;margin:1.5rem 0}
    .box h3,.box h4{margin-top:1rem}
    .why{display:block;font-size:.9rem;color:var(--soft)}
    @media (min-width:40rem){
    .scan .scale{display:flex;flex-wrap:wrap;gap:.2rem .6rem}
    }
    @media print{
    .scan form,.buttons{display:none!important}
    .box,.shares{break-inside:avoid}
    }

    """
}
