/** Suites, steps, exchanges, mails. */
export const EVIDENCE_STYLE = `
.suite{border:1px solid var(--line);border-radius:8px;background:var(--panel);margin-top:.9rem}
.suite>summary{display:flex;flex-wrap:wrap;gap:.2rem .7rem;align-items:baseline;padding:.75rem 1.1rem}
.suite>summary::-webkit-details-marker,.step>summary::-webkit-details-marker,.x>summary::-webkit-details-marker{display:none}
.suite h3{display:inline;flex:1 1 20rem}
.tally span{color:var(--tone);margin-right:.35rem}
.suite>.phases,.in>.phases:last-child{padding:.5rem 1.1rem}
.step{border-top:1px solid var(--line)}
.step>summary{display:grid;grid-template-columns:1.3rem minmax(9rem,1.4fr) minmax(7rem,1fr) 4.5rem minmax(5rem,9rem) 4.2rem;gap:.7rem;align-items:center;padding:.36rem 1.1rem;font-size:.92rem}
.step>summary:hover,.suite>summary:hover,.x>summary:hover{background:var(--wash)}
.suite>summary{border-radius:8px}
.step>summary .num{text-align:right;color:var(--soft)}
.step[open]>summary{background:var(--wash)}
.step[open]>summary .title{font-weight:600}
.ep{font-family:var(--mono);font-size:.82rem;color:var(--soft)}
.wf{display:block;width:100%;height:8px;border-radius:4px;background:var(--wash)}
.step[open] .wf,.step>summary:hover .wf{background:var(--line)}
.in{padding:.6rem 1.1rem 1rem 3.1rem;display:grid;gap:.5rem;grid-template-columns:minmax(0,1fr)}
.said{list-style:none;padding:0;display:grid;gap:.2rem}
.passed,.phases,.hint{color:var(--soft);font-size:.86rem}
.x{border:1px solid var(--line);border-radius:6px;min-width:0}
.x>summary{padding:.35rem .8rem;font-size:.88rem;border-radius:6px;font-family:var(--mono)}
.x>summary .num,.mail>summary{font-family:var(--sans)}
.x>summary .num{margin-left:.6rem}
.x>p,.x>dl{padding:.3rem .8rem}
.st{font-weight:650;margin-left:.4rem}
.s2{color:var(--pass)}.s3,.s4{color:var(--warn)}.s5,.sx,.s1{color:var(--fail)}
.io{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));border-top:1px solid var(--line)}
.io>div{padding:.6rem .8rem;min-width:0}
.io>div+div{border-left:1px solid var(--line)}
p.cap{font-size:.78rem;font-weight:520;color:var(--soft);margin-bottom:.25rem}
.io pre{font-size:.8rem;line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere;max-height:32rem;overflow:auto;unicode-bidi:plaintext}
.rows{display:grid;gap:.15rem;font-size:.88rem}
.rows div{display:grid;grid-template-columns:6.5rem 1fr;gap:.5rem}.rows dt{color:var(--soft)}
.trends{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem 2rem;margin-bottom:1rem}
.trend figcaption{color:var(--soft);font-size:.86rem}.trend b{color:var(--ink);font-weight:560}
.trend svg{width:100%;height:60px}.trend polyline{fill:none;stroke:var(--host);stroke-width:2;vector-effect:non-scaling-stroke}.trend circle{fill:var(--host)}
::highlight(name){color:var(--link)}
::highlight(text){color:var(--pass)}
::highlight(value){color:var(--warn)}
@media (max-width:760px){
.step>summary{grid-template-columns:1.3rem 1fr 4rem}
.step>summary .ep,.step>summary .who,.step>summary .wf{display:none}
.in{padding-left:1.1rem}.io{grid-template-columns:minmax(0,1fr)}.io>div+div{border-left:0;border-top:1px solid var(--line)}}
`;
