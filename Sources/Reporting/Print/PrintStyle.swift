/// The style of documents for paper, which a program that makes PDF reads: no screens, no scripts, pages with head and foot.
enum PrintStyle {
  /// What the report and the bulletin have in common.
  private static let common = """

    :root{--ink:#1a1a1a;--soft:#4d4d4d;--line:#c4c4c4;--faint:#f4f4f2;--link:#0b4f8a;--warn:#fff3cd}
    body{margin:0;color:#1a1a1a;font:9.5pt/1.42 "DejaVu Sans",Verdana,sans-serif;hyphens:auto;overflow-wrap:break-word}
    h1,h2,h3,h4{line-height:1.2;margin:5mm 0 1.5mm;break-after:avoid;hyphens:manual}
    h1{font-size:19pt;margin-top:0;bookmark-level:1}
    h2{font-size:14pt;border-top:1.5pt solid #1a1a1a;padding-top:2mm;bookmark-level:2}
    h3{font-size:11.5pt;bookmark-level:3}
    h4{font-size:10pt;bookmark-level:none}
    p,ul,ol,dl{margin:1mm 0 2.5mm;orphans:2;widows:2}
    ul,ol{padding-left:6mm}
    dt{font-weight:700;break-after:avoid}
    dd{margin:0 0 1.5mm}
    a{color:#0b4f8a;text-decoration:none}
    code{font:8pt "DejaVu Sans Mono",monospace;overflow-wrap:anywhere;hyphens:none}
    .lead{font-size:10.5pt}
    .small,figcaption,.made{font-size:8pt;color:#4d4d4d}
    .note{background:#fff3cd;border-left:3pt solid #8a6d00;padding:1.5mm 2.5mm}
    .notice{string-set:notice content();background:#fff3cd;border:.75pt solid #8a6d00;padding:1.5mm;font-weight:700;text-align:center}
    .badge{padding:0 1mm;border-radius:.8mm;background:var(--type);color:var(--letter);font-weight:700}
    .cards{list-style:none;padding:0}
    .cards li{border:.5pt solid #c4c4c4;border-top:3pt solid var(--type);padding:1.5mm 2.5mm;margin:0 0 2mm;break-inside:avoid}
    .cards p{margin:.5mm 0}
    table{table-layout:fixed;width:100%;border-collapse:collapse;font-size:8pt;line-height:1.3;margin:0 0 3mm}
    caption{text-align:left;font-weight:700;padding:.8mm 0;break-after:avoid}
    thead{display:table-header-group}
    tr{break-inside:avoid}
    th,td{padding:.7mm 2mm .7mm 0;text-align:left;vertical-align:top;border-bottom:.4pt solid #c4c4c4;font-weight:400}
    thead th{font-weight:700;border-bottom:1pt solid #1a1a1a;vertical-align:bottom}
    th[scope=rowgroup],.marked>*{font-weight:700}
    .n{text-align:right;hyphens:none}
    .marked>*{background:#f4f4f2}
    .s1{background:#f1f6fb}.s2{background:#e3eef8}.s3{background:#d3e4f3}.s4{background:#c2d9ee}.s5{background:#b0cee9}\
    .s6{background:#9dc3e4}.s7{background:#89b7df}.s8{background:#74abd9}.s9{background:#5e9ed3}
    figure{margin:2mm 0 3mm;break-inside:avoid}
    figure svg{display:block;width:100%;height:auto}
    .figure-title{font-weight:700;margin:0 0 1mm;break-after:avoid}

    """

  /// The style of the report.
  static let report =
    common + """
      @page{size:A4;margin:21mm 17mm 18mm;@top-center{content:string(notice);font:700 7.5pt "DejaVu Sans",sans-serif;color:#5c4a00}\
      @bottom-left{content:string(title);font:7.5pt "DejaVu Sans",sans-serif;color:#4d4d4d;width:85%;text-align:left}\
      @bottom-right{content:counter(page);font:7.5pt "DejaVu Sans",sans-serif;color:#4d4d4d}}
      .cover h1{font-size:26pt;margin-top:45mm;string-set:title content()}
      .cover .subtitle{font-size:12pt;color:#4d4d4d}
      .cover h2{margin-top:12mm}
      .contents{columns:2;padding-left:7mm;font-size:9pt}
      .contents li{margin:0 0 .8mm}
      .contents a::after{content:" " target-counter(attr(href),page);color:#4d4d4d}
      article{break-before:page}
      figure{max-width:112mm}

      """

  /// The style of the bulletin: two columns, two pages.
  static let bulletin =
    common + """
      @page{size:A4;margin:14mm 14mm 12mm;@top-center{content:string(notice);font:700 7pt "DejaVu Sans",sans-serif;color:#5c4a00}\
      @bottom-right{content:counter(page);font:7pt "DejaVu Sans",sans-serif;color:#4d4d4d}}
      @page:first{@top-center{content:none}}
      body{font-size:8.6pt;line-height:1.34}
      h1{font-size:17pt;margin:1mm 0 2mm}
      h2{font-size:11pt;margin:0 0 1mm;padding-top:1mm;border-top-width:1pt}
      p,ul,ol{margin:0 0 1.4mm}
      .lead{font-size:9pt}
      .small,figcaption,.made{font-size:7.4pt}
      table{font-size:7.6pt;line-height:1.22;margin:0 0 2mm}
      th,td{padding:.5mm 1.5mm .5mm 0}
      .notice{padding:.6mm;margin:0 0 1.4mm}
      .subtitle{color:#4d4d4d}
      .numbers ul{list-style:none;padding:.6mm 0;border-top:1.5pt solid #1a1a1a;border-bottom:1.5pt solid #1a1a1a}
      .numbers li{display:inline-block;margin-right:12mm}
      .numbers strong{font-size:14pt;color:#0b4f8a}
      .parts{columns:2;column-gap:7mm}
      .parts section{margin:0 0 3mm}
      .parts li,.sureness{break-inside:avoid}
      [id$=".sureness"]{background:#f4f4f2;border-left:3pt solid #0b4f8a;padding:1.5mm 2.5mm;break-inside:avoid}
      [id$=".sureness"] h2{border:0;padding:0}
      [id$=".map"] figure{max-width:70mm}
      figure{margin:1mm 0}

      """
}
