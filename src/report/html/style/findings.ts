/** Findings, tables, matrix. */
export const FINDINGS = `
.badge{display:inline-block;background:var(--tone-w);color:var(--tone);border-radius:4px;padding:.06rem .5rem;font-size:.8rem;font-weight:600;white-space:nowrap}
.sign{color:var(--tone);font-weight:700;display:inline-block;width:1.1em;text-align:center}
.finding{background:var(--panel);border:1px solid var(--line);border-left:3px solid var(--tone);border-radius:8px;padding:1.15rem 1.4rem 1.1rem}
.finding+.finding,.finding+.notes{margin-top:1rem}
.finding.here,.step.here>summary,.x.here>summary,tr.here{box-shadow:0 0 0 2px var(--focus)}
.over{display:flex;flex-wrap:wrap;gap:.3rem .8rem;align-items:center;color:var(--soft);font-size:.85rem}
.finding h3{margin:.5rem 0 .2rem;max-width:76ch}
.perma{color:var(--soft);text-decoration:underline dotted;font-weight:400;margin:0 .25em}
.perma:hover{text-decoration-style:solid}
.meta{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;color:var(--soft);font-size:.87rem}
blockquote{border-left:2px solid var(--line);padding:.05rem 0 .05rem .9rem;margin:.9rem 0;max-width:76ch}
blockquote footer{color:var(--soft);font-size:.84rem;margin-top:.1rem}
.advice{display:grid;gap:.35rem;margin:.95rem 0 .2rem;max-width:84ch}
.advice div{display:grid;grid-template-columns:8.5rem 1fr;gap:.5rem}
.advice dt{color:var(--soft)}
.cmd{background:var(--wash);border-radius:4px;padding:.1rem .4rem;white-space:pre-wrap}
.also{margin-top:.6rem;font-size:.92rem}
.also ul{padding-left:1.2rem}
.acts{display:flex;flex-wrap:wrap;gap:.35rem 1.3rem;align-items:flex-start;margin-top:.8rem;font-size:.88rem}
.copy[open]{flex-basis:100%}
.copy pre{background:var(--wash);border-radius:6px;padding:.8rem 1rem;margin-top:.4rem;max-height:22rem;overflow:auto;white-space:pre-wrap}
button.js:not(.chip){font:inherit;font-size:.82rem;border:1px solid var(--line);background:var(--panel);color:var(--ink);border-radius:5px;padding:.15rem .6rem;cursor:pointer;min-height:26px}
button.js:not(.chip):hover{background:var(--wash)}
summary{cursor:pointer}
.scroll{position:relative;overflow-x:auto;border:1px solid var(--line);border-radius:8px;background:var(--panel)}
.finding .scroll{margin-top:.9rem;border-radius:6px}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.42rem .8rem;border-top:1px solid var(--line)}
thead th{border-top:0;color:var(--soft);font-weight:520;font-size:.8rem;white-space:nowrap;background:var(--wash)}
tbody th{font-weight:520}
td,th{overflow-wrap:break-word}
td code{overflow-wrap:anywhere}
td.num,.requirements td:nth-child(3){white-space:nowrap}
.scroll:has(.narrow){width:max-content;max-width:100%}
.narrow{width:auto;min-width:22rem}.narrow td{text-align:right}.narrow thead th:not(:first-child){text-align:right}
.panes{table-layout:fixed;font-size:.86rem}
.panes th:first-child{width:23%}
.panes td,.panes tbody th{padding:.24rem .8rem;color:var(--soft);border-top-color:transparent;font-weight:400}
.panes .none .off{visibility:hidden}
.panes .hit th,.panes .hit td{background:var(--tone-w);color:var(--ink);font-weight:600;padding-block:.4rem}
.panes .hit .mark{color:var(--tone)}
.panes .hit td[data-title=Received] code{color:var(--tone)}
.panes .hit td[data-title=Expected] code{color:var(--pass)}
.matrix td,.matrix thead th:not(:first-child){text-align:center}
.matrix td{padding:.25rem .3rem}
.matrix tbody th{font-family:var(--mono);font-size:.83rem;white-space:nowrap}
.matrix .source{display:block;font:400 .85rem var(--sans);white-space:normal;max-width:60ch}
.cell{display:inline-flex;gap:.4rem;justify-content:center;min-width:3.6rem;padding:.14rem .5rem;border-radius:5px;background:var(--tone-w);color:var(--tone);text-decoration:none;font-size:.84rem}
.cell:hover{outline:1px solid var(--tone)}
.empty .off{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
.requirements td:nth-child(4){min-width:18rem}
.requirements code{white-space:nowrap}
th .source{font-weight:400}
.listing .source,.requirements .source,.why{display:block;font-size:.85rem}
.why{color:var(--open)}
.fold{margin-top:1rem}.fold .scroll{margin-top:.7rem}
.reasons{list-style:none;padding:.5rem 0 0}.reasons .num{display:inline-block;min-width:2.4rem;text-align:right;margin-right:.6rem;font-weight:600}
.plain{list-style:none;padding:0}
.notes ul{padding:.4rem 0 0 1.2rem}
.block p+.scroll,.block .scroll+p{margin-top:1rem}
@media (max-width:640px){
.finding{padding:1rem}
.advice div{grid-template-columns:1fr;gap:0}
.panes thead{display:none}
.panes,.panes tbody,.panes tr,.panes th,.panes td{display:block;width:auto!important}
.panes td::before{content:attr(data-title) " ";color:var(--soft);font:400 .8rem var(--sans);margin-right:.4rem}
.panes .none{display:none}
.panes tr{padding:.25rem 0;border-top:1px solid var(--line)}.panes td,.panes tbody th{border:0}}
`;
