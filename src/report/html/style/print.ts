/** On paper: the verdict, the findings, the endpoints and what was promised, on two pages. */
export const PRINT = `
@media print{
@page{size:A4;margin:14mm 15mm}
:root{--bg:#fff;--panel:#fff;--wash:#f3f3ef;--line:#d5d5cf;--ink:#111;--soft:#4a4f57;--link:#111;--fail:#a8201a;--fail-w:#fcebe9;--warn:#7d4e00;--warn-w:#fcf2df;--pass:#1b6640;--pass-w:#e6f3ea;--open:#6234a0;--open-w:#f1eafa;--waived:#0b5c70;--waived-w:#e3f1f4}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{display:block;font-size:9.5pt;line-height:1.4}
main{padding:0;max-width:none}
.side,.skip,#suites,#dialect,#effects,#waivers,.acts,.perma,.notes,.also,.advice,.fold .scroll,.fold .reasons,button{display:none!important}
h1{font-size:17pt;max-width:none}h2{font-size:12pt}h3{font-size:9.8pt}
.facts{grid-template-columns:repeat(4,1fr);gap:.4rem 1rem;margin-top:.7rem}
.block{margin-top:1rem}.lead{font-size:8.8pt}
.finding{padding:.4rem .7rem;break-inside:avoid;border-radius:4px}
.finding+.finding{margin-top:.35rem}
.finding h3{margin:.15rem 0 0}
.finding blockquote{margin:.2rem 0 0}
.panes tbody tr:not(.hit){display:none}
.finding .scroll{margin-top:.3rem}
.finding:nth-of-type(n+7){display:none}
.finding:nth-of-type(n+4) .scroll,.finding:nth-of-type(n+4) blockquote{display:none}
#findings:has(.finding:nth-of-type(7))::after{content:"More findings are in the file itself.";color:var(--soft)}
.scroll{overflow:visible;border-radius:4px}
th,td{padding:.14rem .5rem}
.matrix tbody tr:nth-child(n+23){display:none}
.requirements tbody tr:nth-child(n+13){display:none}
.requirements .source{display:none}
.foot{margin-top:1rem;padding-top:.4rem}
a{text-decoration:none}
}
`;
