/// The style of the slides.
///
/// Every length of a slide is a multiple of `--u`, a hundredth of its height, so that a slide looks the same on every
/// screen and on paper: text is never smaller than 4.6 of them, a twenty-second of the height. On a narrow screen slides are
/// as high as their text, and `--u` follows the size of text that the reader asked for.
enum SlideStyle {
  static let sheet = """

    :root{--ink:#1a1a1a;--soft:#4d4d4d;--line:#c4c4c4;--paper:#fff;--link:#0b4f8a;--warn:#fff3cd;--type:#0b4f8a;--letter:#fff;\
    --u:.23rem;--bar:3.5rem;--room:100vh}
    *{box-sizing:border-box}
    html{scroll-padding-bottom:calc(var(--bar) + 1rem);-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,\
    "Noto Sans","Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
    a{color:var(--link);text-underline-offset:.15em}
    [hidden]{display:none!important}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    main:focus,h1:focus,h2:focus{outline:none}
    .skip{position:absolute;left:-99rem;background:var(--paper);padding:.7rem 1rem;z-index:3}
    .skip:focus{left:.5rem;top:.5rem}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .deck .slide:not(.on){display:none}
    .deck body{min-height:100vh;min-height:100dvh;display:flex;flex-direction:column}
    .deck main{flex:1}
    .face{position:relative;display:flex;flex-direction:column;padding:calc(4*var(--u)) calc(6*var(--u));font-size:calc(5.2*var(--u));\
    line-height:1.3;background:var(--paper);border-left:calc(2*var(--u)) solid var(--type)}
    .simulated{order:-1;margin:calc(-4*var(--u)) calc(-6*var(--u)) calc(3*var(--u));padding:calc(.7*var(--u));background:var(--warn);\
    font-size:calc(4.6*var(--u));font-weight:700;text-align:center}
    .face h1,.face h2{margin:0;font-size:calc(7.6*var(--u));line-height:1.15;text-wrap:balance}
    .face h1{font-size:calc(11*var(--u))}
    .body{flex:1;display:flex;flex-direction:column;justify-content:center;gap:calc(3*var(--u));padding-top:calc(2.5*var(--u))}
    .body p,.body ul,.body ol{margin:0}
    .body>ul:not(.numbers),.body>ol{padding-left:1.3em;font-size:calc(7*var(--u))}
    .body>p{font-size:calc(7*var(--u))}
    .body li+li{margin-top:calc(3*var(--u))}
    .body .strong{font-size:calc(6.6*var(--u));font-weight:700;line-height:1.15}
    .numbers{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(calc(46*var(--u)),100%),1fr));gap:calc(4*var(--u)) calc(5*var(--u))}
    .numbers li{margin:0!important;font-size:calc(6*var(--u));line-height:1.2}
    .numbers strong{display:block;font-size:calc(20*var(--u));line-height:1;color:var(--link)}
    .folio{position:absolute;right:calc(3*var(--u));bottom:calc(2*var(--u));margin:0;font-size:calc(4.6*var(--u));line-height:1;color:var(--soft)}
    .badge{display:inline-block;min-width:1.5em;padding:0 .3em;border-radius:.25em;background:var(--type);color:var(--letter);\
    font-weight:700;text-align:center;line-height:1.4}
    table{width:100%;border-collapse:collapse;font-size:calc(4.7*var(--u));line-height:1.18}
    .body>.large{font-size:calc(6*var(--u))}
    .body>.large .track{height:calc(7*var(--u))}
    caption{font-size:calc(4.7*var(--u));text-align:left;color:var(--soft);padding:0 0 calc(1.2*var(--u))}
    th,td{padding:calc(1*var(--u)) calc(3*var(--u)) calc(1*var(--u)) 0;text-align:left;vertical-align:middle;border-bottom:1px solid var(--line);\
    font-weight:400;overflow-wrap:anywhere}
    td:last-child{padding-right:0}
    thead th{font-weight:700;border-bottom:2px solid var(--ink)}
    tbody th{width:40%}
    tbody th:has(.badge){padding-left:2.4em;text-indent:-2.4em}
    th .badge{text-indent:0;width:1.9em;margin-right:.2em}
    .bar{display:flex;align-items:center;gap:calc(2*var(--u))}
    .track{position:relative;display:block;flex:1;min-width:calc(14*var(--u));height:calc(4.4*var(--u));background:#ececec}
    .fill{position:absolute;top:0;bottom:0;min-width:2px;background:var(--type);border:1px solid var(--ink)}
    .track .fill:not([class*=" t"]){background:#4a98cc}
    .middle{width:100%}
    .middle::after{content:"";position:absolute;left:50%;top:calc(-1*var(--u));bottom:calc(-1*var(--u));border-left:2px solid var(--ink)}
    .value{flex:none;min-width:calc(9*var(--u));text-align:right;font-variant-numeric:tabular-nums}
    .halves{display:grid;gap:calc(5*var(--u))}
    .halves>div{display:flex;flex-direction:column;gap:calc(3*var(--u));min-width:0}
    .halves th,.halves td{display:block;width:100%;padding:0;border:0}
    .halves td{padding-bottom:calc(2.6*var(--u))}
    .halves p:not(.strong){line-height:1.2}
    .halves>div>table~p{font-size:calc(4.7*var(--u))}
    .halves th strong{display:block;font-size:calc(6*var(--u));line-height:1.15;padding-bottom:calc(1*var(--u))}
    .halves .value{min-width:calc(12*var(--u))}
    .map{margin:0;display:grid;gap:calc(3*var(--u))}
    .map>svg{display:block;width:100%;height:auto}
    .legend{list-style:none;padding:0}
    .legend li{display:flex;align-items:flex-start;gap:calc(2*var(--u))}
    .body .legend li+li{margin-top:calc(.7*var(--u))}
    .body .many .legend li+li{margin-top:0}
    .legend svg{flex:none;width:calc(8.4*var(--u));height:calc(5.6*var(--u))}
    .many .legend svg{width:calc(6.6*var(--u));height:calc(4.4*var(--u))}
    .many .legend{line-height:1.1}
    figcaption{font-size:calc(4.7*var(--u));line-height:1.18;min-width:0}
    figcaption p{font-size:calc(4.6*var(--u));color:var(--soft);margin-top:calc(2*var(--u))!important;line-height:1.15}
    .deck .folio{display:none}
    .notes{padding:0 1.4rem;max-width:60rem;margin:auto}
    .notes summary{padding:.7rem 0;font-weight:700;cursor:pointer;color:var(--link);min-height:2.75rem}
    .notes p{margin:.2rem 0 .9rem;max-width:45rem}
    .deck .notes:not([open]){display:none}
    #bar{position:sticky;bottom:0;display:flex;align-items:center;justify-content:center;flex-wrap:wrap;gap:.3rem;min-height:var(--bar);\
    padding:.3rem;background:#ececec;border-top:1px solid var(--line);z-index:2}
    #place{margin:0;min-width:5.5rem;text-align:center;font-variant-numeric:tabular-nums}
    button{min-width:2.75rem;min-height:2.75rem;padding:.3rem .8rem;font:inherit;color:var(--ink);background:var(--paper);\
    border:1px solid #6b6b6b;border-radius:.3rem;cursor:pointer}
    button:disabled{color:#6b6b6b;border-style:dashed;cursor:default}
    button[aria-pressed=true]{background:var(--link);color:#fff}
    button .word{margin-left:.5em}
    dialog{max-width:min(44rem,calc(100vw - 1rem));border:2px solid var(--ink);border-radius:.4rem;padding:1rem 1.4rem}
    dialog::backdrop{background:rgb(0 0 0/.5)}
    dialog h2{margin:.2rem 0 1rem;font-size:1.5rem}
    dialog dt{font-weight:700}
    dialog dd{margin:0 0 .5rem}
    dialog label{display:inline-flex;gap:.6rem;align-items:center;min-height:2.75rem}
    dialog input{width:1.4rem;height:1.4rem;flex:none}
    dialog li a{display:inline-block;padding:.4rem 0}
    footer{font-size:.9rem;color:var(--soft);padding:0 1.4rem}
    @media screen and (max-width:40rem){
    button .word{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    tbody th,td{display:block;width:100%!important;border:0;padding-right:0}
    tbody th{padding-bottom:0}
    thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    td[data-head]::before{content:attr(data-head);color:var(--soft)}
    tbody tr{display:block;border-bottom:1px solid var(--line)}
    .deck footer{display:none}
    }
    @media screen and (min-width:56rem) and (min-height:30rem){
    :root{--w:min(100vw,(var(--room) - var(--bar))*16/9);--u:calc(var(--w)*9/1600)}
    .noted{--room:70vh}
    body{background:#d9d9d9}
    .face{width:calc(177.7*var(--u));min-height:calc(100*var(--u));margin:auto}
    .deck footer{display:none}
    .deck main{display:flex;flex-direction:column;justify-content:center}
    .slide:not(.on)+.slide:not(.on){margin-top:2rem}
    .notes{background:var(--paper);margin:0 auto;padding:.2rem 2rem;max-width:calc(177.7*var(--u))}
    }
    @media print{
    @page{size:A4 landscape;margin:10mm}
    :root{--u:1.55mm!important}
    .skip,.notes,#bar,dialog,footer{display:none!important}
    .deck body,.deck main,.deck .slide:not(.on),.deck .folio{display:block}
    .slide{break-inside:avoid;break-after:page}
    .slide:last-child{break-after:auto}
    .face{width:275mm;min-height:155mm;margin:15mm auto 0;border:1px solid var(--line);border-left:calc(2*var(--u)) solid var(--type)}
    a{color:inherit}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    }
    @media print,screen and (min-width:56rem) and (min-height:30rem){
    .first .body{flex:none}
    .first .face{justify-content:center}
    .first .simulated{position:absolute;top:0;left:0;right:0;margin:0}
    .halves{grid-template-columns:minmax(0,1fr) minmax(0,1.2fr);gap:calc(8*var(--u))}
    .map{grid-template-columns:auto minmax(0,1fr);gap:calc(6*var(--u));align-items:center}
    .map>svg{width:auto;max-width:calc(66*var(--u))!important;max-height:calc(70*var(--u))}
    }
    @media (prefers-reduced-motion:reduce){
    *{scroll-behavior:auto!important}
    }

    """
}
