/** On paper: the verdict, the findings, the endpoints and what was promised, on two pages. */
export const PRINT = `
@media print{
@page{size:A4;margin:14mm 15mm}
:root{--bg:#fff;--panel:#fff;--wash:#f3f3ef;--line:#d5d5cf;--ink:#111;--soft:#4a4f57;--link:#111;--fail:#a8201a;--fail-w:#fcebe9;--warn:#7d4e00;--warn-w:#fcf2df;--pass:#1b6640;--pass-w:#e6f3ea;--open:#6234a0;--open-w:#f1eafa;--waived:#0b5c70;--waived-w:#e3f1f4}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{display:block;font-size:9.5pt;line-height:1.4}
main{padding:0;max-width:none}
main>:not(.sheet),.side,.skip,.acts,.perma,.notes,.also,.advice,.fold .scroll,.fold .reasons,button,.panes thead{display:none!important}
.sheet{height:266mm;overflow:hidden;break-after:page}
.sheet:last-of-type{break-after:auto}
h1{font-size:16pt;max-width:none;margin:.2rem 0 .5rem}h2{font-size:12pt}h3{font-size:9.8pt}
.facts{grid-template-columns:repeat(4,1fr);gap:.35rem 1rem;margin-top:.6rem}
.share{margin-top:.7rem}
.block{margin-top:.9rem}.sheet>.block:first-child{margin-top:0}.lead{font-size:8.8pt;max-width:none}
.block>h2+.scroll,.block>.lead+*{margin-top:.4rem}
.finding{padding:.35rem .7rem;break-inside:avoid;border-radius:4px}
.finding+.finding{margin-top:.3rem}
.finding h3,.meta,blockquote,.next{max-width:none}
.finding h3{margin:.1rem 0 0}
.finding blockquote{margin:.15rem 0 0}
.panes tbody tr:not(.hit){display:none}
.finding .scroll{margin-top:.25rem}
.finding:nth-of-type(n+3) :is(.meta,blockquote,.scroll){display:none}
.finding:nth-of-type(n+8){display:none}
#findings:has(.finding:nth-of-type(8))::after{content:"More findings are in the file itself.";color:var(--soft)}
.meta span:last-child{display:none}
.scroll{overflow:visible;border-radius:4px}
th,td{padding:.12rem .5rem}
.matrix th,.matrix td{padding-inline:.3rem}
.matrix thead th{font-size:7.5pt}
.cell{padding:0 .35rem;min-width:0;gap:.25rem}
.matrix tbody tr:nth-child(n+19){display:none}
#matrix:has(tbody tr:nth-child(19))::after{content:"More endpoints are in the file itself.";color:var(--soft)}
.requirements tbody tr:nth-child(n+8){display:none}
#requirements:has(tbody tr:nth-child(8))::after{content:"More requirements are in the file itself.";color:var(--soft)}
.requirements .source{display:none}
.fold{margin-top:.3rem}
a{text-decoration:none}
}
`;
