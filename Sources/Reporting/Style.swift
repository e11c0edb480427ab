/// The style of the pages: dark text on light, one column on a phone, two on a screen, plain on paper.
enum Style {
  static let sheet = """

    :root{--ink:#1a1a1a;--soft:#4d4d4d;--line:#c4c4c4;--faint:#f4f4f2;--paper:#fff;--link:#0b4f8a;--warn:#fff3cd}
    *{box-sizing:border-box}
    html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,\
    "Noto Sans","Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
    a{color:var(--link);text-underline-offset:.15em}
    a:hover{text-decoration-thickness:.15em}
    [hidden]{display:none!important}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    main:focus{outline:none}
    .skip{position:absolute;left:-99rem;background:var(--paper);padding:.5rem 1rem;z-index:3}
    .skip:focus{left:.5rem;top:.5rem}
    .simulated{max-width:none;margin:0;padding:.5rem 1rem;background:var(--warn);border-block:2px solid #8a6d00;font-weight:700;text-align:center}
    .title{padding:1.5rem 1rem .5rem;max-width:75rem;margin:auto}
    h1,h2,h3,h4{line-height:1.25;margin:2rem 0 .5rem;text-wrap:pretty}
    h1{font-size:clamp(1.6rem,5vw,2.4rem);margin-top:0}
    h2{font-size:1.6rem;border-top:3px solid var(--ink);padding-top:1rem;margin-top:3rem}
    main>section:first-child h2{margin-top:0}
    h3{font-size:1.3rem}
    h4{font-size:1.08rem;margin-top:1.6rem}
    p,ul,ol,dl{margin:.5rem 0 1rem}
    p,li,dd{max-width:42rem}
    .lead{font-size:1.15rem}
    .small,figcaption,footer{font-size:.9rem;color:var(--soft)}
    .note{background:var(--warn);border-left:.4rem solid #8a6d00;padding:.6rem .9rem}
    ul,ol{padding-left:1.4rem}
    li+li{margin-top:.3rem}
    dt{font-weight:700}
    dd{margin:0 0 .6rem}
    code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.85em;overflow-wrap:anywhere}
    .columns{max-width:75rem;margin:auto;padding:0 1rem 2rem}
    nav ul{list-style:none;margin:0;padding:0}
    nav li{margin:0!important}
    nav a,nav li>span{display:block;padding:.3rem 0}
    nav a{text-decoration:none}
    nav a:hover{text-decoration:underline}
    nav li>span{font-weight:700}
    nav li>span+ul{padding-left:.8rem}
    nav .chapters{padding-left:.8rem;margin-left:.2rem;border-left:2px solid var(--line);font-size:.95rem}
    nav [aria-current]{color:var(--ink);font-weight:700}
    .menu{position:sticky;top:0;z-index:2;background:var(--paper);border-bottom:1px solid var(--line);margin:0 -1rem 1rem;padding:0 1rem}
    .menu details{margin:0;border:0}
    .menu summary{padding:.7rem 0}
    .menu details>ul{max-height:70vh;overflow-y:auto;padding-bottom:1rem}
    .menu a{padding:.45rem 0}
    .side{display:none}
    .neighbours{display:flex;flex-wrap:wrap;gap:1rem 3rem;border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem}
    .neighbours span{display:block;font-size:.9rem;color:var(--soft)}
    .neighbours [rel=next]{margin-left:auto;text-align:right}
    .home{margin:0}
    #finder{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;align-items:end;margin:1.5rem 0 .5rem}
    #finder p{margin:.2rem 0}
    #finder [role=status]{flex-basis:100%;min-height:1.6em}
    label{display:block;font-weight:700}
    input,select{font:inherit;color:inherit;background:var(--paper);border:1px solid #6b6b6b;border-radius:.3rem;padding:.45rem .6rem;max-width:100%;width:20rem}
    #letters ul{display:flex;flex-wrap:wrap;gap:.2rem;margin:1rem 0}
    #letters a{min-width:2.2rem;padding:.3rem;text-align:center;border:1px solid var(--line);border-radius:.3rem}
    .units th[scope=rowgroup]{font-weight:700;font-size:1.1rem;padding-top:1rem}
    tr:target>*{background:var(--warn)}
    tr:target>th{box-shadow:inset .4rem 0 #8a6d00;padding-left:.8rem}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:1rem;list-style:none;padding:0}
    .cards li{margin:0;border:1px solid var(--line);border-top:.5rem solid var(--type);border-radius:.3rem;padding:.7rem .9rem}
    .cards p{margin:.2rem 0}
    .cards .name{font-size:1.12rem;font-weight:700}
    .badge{display:inline-block;min-width:1.6em;padding:0 .35em;border-radius:.3em;background:var(--type);color:var(--letter);font-weight:700;text-align:center;line-height:1.6}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .scroll{overflow-x:auto;margin:1rem 0 1.5rem;max-width:100%;position:relative}
    table{border-collapse:collapse;font-size:.95rem;line-height:1.4}
    caption{text-align:left;font-weight:700;padding:.3rem 0}
    th,td{padding:.4rem .7rem .4rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
    td,tbody th{max-width:26rem}
    td[colspan]{max-width:none}
    td{min-width:4rem}
    td:not(.n){min-width:7rem}
    td.l{min-width:15rem}
    thead th{vertical-align:bottom;border-bottom:2px solid var(--ink)}
    tbody th{font-weight:400}
    tbody th:not(.n){min-width:10rem}
    .n{text-align:right;font-variant-numeric:tabular-nums;padding-left:.5rem}
    td.n{white-space:nowrap}
    td.r{white-space:normal}
    .marked>*{background:var(--faint);font-weight:700!important}
    .s1{background:#f1f6fb}.s2{background:#e3eef8}.s3{background:#d3e4f3}.s4{background:#c2d9ee}.s5{background:#b0cee9}\
    .s6{background:#9dc3e4}.s7{background:#89b7df}.s8{background:#74abd9}.s9{background:#5e9ed3}
    details{margin:1rem 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
    details+details{border-top:0;margin-top:-1rem}
    summary{padding:.6rem 0;font-weight:700;cursor:pointer;color:var(--link)}
    summary:hover{text-decoration:underline}
    figure{margin:1.5rem 0;max-width:42rem}
    figure+.data{border:0;margin:-1.2rem 0 1.5rem}
    figure svg{display:block;width:100%;height:auto}
    .figure-title{font-weight:700;margin:0 0 .3rem}
    footer{border-top:1px solid var(--line);padding-bottom:1rem}
    footer p:last-child{padding:0 1rem;max-width:75rem;margin:1rem auto}
    @media (max-width:40rem){
    .units,.units tbody,.units tr,.units th,.units td{display:block;width:auto;max-width:none;min-width:0!important;border:0}
    .units thead{display:none}
    .units tr{border-bottom:1px solid var(--line);padding:.5rem 0}
    .units th,.units td{padding:.1rem 0}
    .units tbody th[scope=row]{font-weight:700}
    }
    @media (min-width:64rem){
    main[class]{border-left:.4rem solid var(--type);padding-left:1rem}
    nav>ul>li>a,nav>ul>li>span{margin-top:.6rem}
    .columns{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:3rem}
    .menu{display:none}
    .side{display:block;position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:0 0 2rem}
    html{scroll-padding-top:1rem}
    }
    @media print{
    @page{margin:18mm 16mm}
    body{font-size:10pt;line-height:1.45}
    nav,.skip,.language,#finder,figcaption a{display:none!important}
    .columns{display:block;padding:0}
    a{color:inherit;text-decoration:none}
    .scroll{overflow:visible}
    summary{color:inherit;list-style:none}
    table{font-size:8.5pt}
    h2,h3,h4,caption{break-after:avoid}
    figure,tr,.cards li{break-inside:avoid}
    thead{display:table-header-group}
    figure{max-width:14cm}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    }

    """
}
