/// What the bulletin adds to the style of the pages: two columns where there is room, and two sheets of paper.
enum BulletinStyle {
  static let sheet = """

    .title{padding-bottom:0}
    main{max-width:75rem;margin:auto;padding:0 1rem 2rem}
    main h1{margin:1rem 0 .5rem;max-width:48rem}
    .numbers ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.4rem 3rem;border-block:3px solid var(--ink);margin:1rem 0 1.5rem}
    .numbers li{margin:.5rem 0;min-width:0;overflow-wrap:anywhere}
    .numbers strong{font-size:2rem;line-height:1.2;color:var(--link)}
    .parts h2{font-size:1.3rem;border-top:2px solid var(--ink);padding-top:.5rem;margin:0 0 .5rem}
    .parts section{margin:0 0 1.8rem}
    #sureness{background:var(--faint);border-left:.4rem solid var(--link);padding:.6rem .9rem}
    #sureness h2{border:0;padding:0}
    .parts td:not(.n),.parts tbody th:not(.n){min-width:0}
    .parts #strategies tbody th{min-width:0}
    .parts .scroll{margin:.5rem 0 1rem}
    .parts figure{margin:1rem 0}
    #map figure{max-width:26rem}
    .parts ul:has(.badge){list-style:none;padding-left:0}
    @media (min-width:56rem){
    .parts{columns:2;column-gap:3rem}
    .parts table{width:100%}
    .parts h2,.parts .figure-title{break-after:avoid}
    .parts figure,.parts tr,#sureness,.parts li,#next,#more,#colophon{break-inside:avoid}
    }
    @media print{
    @page{size:A4;margin:12mm 14mm}
    body{font-size:9pt;line-height:1.36}
    .simulated{padding:.15rem;border-width:1px}
    header p,.lead,.parts p,.parts ul,.parts ol,.numbers ul{margin-top:0;margin-bottom:1.4mm}
    .title{padding:2mm 0 0}
    main{padding:0}
    main h1{font-size:17pt;margin:1mm 0 2mm;max-width:none}
    .lead{font-size:9.5pt;max-width:none}
    .numbers li{margin:.8mm 0}
    .numbers strong{font-size:15pt}
    .parts{columns:2;column-gap:7mm}
    .parts h2{font-size:11.5pt;padding-top:1mm;margin-bottom:1mm}
    .parts section{margin-bottom:3mm}
    .parts table{width:100%;font-size:8pt;line-height:1.25}
    .parts th,.parts td{padding:.5mm 2mm .5mm 0}
    .parts .scroll{margin:1mm 0 2mm}
    .parts .n{padding-left:1mm}
    .parts figure{margin:1mm 0;max-width:none}
    .parts figure,.parts tr,#sureness,.parts li,#next,#more,#colophon{break-inside:avoid}
    #map figure{max-width:70mm}
    .small,figcaption,footer{font-size:8pt}
    #sureness{padding:1.5mm 2.5mm}
    footer p:last-child{margin:1mm 0 0;padding:0}
    }

    """
}
