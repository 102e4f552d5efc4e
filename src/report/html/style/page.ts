/** The page: columns, type, contents, the verdict. */
export const PAGE = `
*{box-sizing:border-box}
html{scroll-padding-top:1.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.55 var(--sans);overflow-wrap:anywhere}
main{width:100%;max-width:1120px;margin:0 auto;padding:2.75rem 2rem 4rem;min-width:0}
h1,h2,h3,p,dl,dd,ul,ol,figure,blockquote,pre{margin:0}
h2{font-size:1.3rem;font-weight:650;letter-spacing:-.012em;line-height:1.3}
h3{font-size:1.02rem;font-weight:620;line-height:1.4}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:2px}
code,pre,kbd{font-family:var(--mono);font-size:.87em}
.num{font-variant-numeric:tabular-nums}
.soft,.source{color:var(--soft)}
.off{color:var(--soft)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:1rem;background:var(--panel);padding:.5rem 1rem;z-index:9}
html:not(.js) .js{display:none!important}
[hidden]{display:none!important}
.ctl{font-style:normal;font-family:var(--mono);font-size:.85em;background:var(--warn-w);color:var(--warn);border-radius:3px;padding:0 .15em;unicode-bidi:isolate}
.top{border-left:4px solid var(--tone);padding-left:1.75rem}
.kicker{color:var(--soft);font-size:.85rem;letter-spacing:.01em}
h1{font-size:clamp(1.45rem,1rem + 1.9vw,2.15rem);line-height:1.22;font-weight:680;letter-spacing:-.022em;margin:.4rem 0 .9rem;text-wrap:pretty;max-width:46ch}
.verdict-sign{color:var(--tone);margin-right:.4em}
.next{max-width:70ch;margin-bottom:.35rem}
.next b{font-weight:650;color:var(--tone);margin-right:.35em}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(190px,1fr));gap:.9rem 1.75rem;margin-top:1.6rem}
.facts dt{color:var(--soft);font-size:.78rem}
.facts dd{font-weight:520}
.facts.two{grid-template-columns:repeat(auto-fit,minmax(20rem,1fr))}
.share{margin-top:1.7rem}
.share svg{display:block;width:100%;height:10px;border-radius:5px;background:var(--wash)}
.share figcaption{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;color:var(--soft);font-size:.85rem;margin-top:.5rem}
.share b{color:var(--ink);font-weight:560}
.dot{display:inline-block;width:.65em;height:.65em;border-radius:50%;margin-right:.45em}
i.w-host{background:var(--host)}i.w-mail{background:var(--mail)}i.w-us{background:var(--us)}
rect.w-host{fill:var(--host)}rect.w-mail{fill:var(--mail)}rect.w-us{fill:var(--us)}
.block{margin-top:3.25rem}
.lead{color:var(--soft);max-width:72ch;margin-top:.3rem}
.block>h2+.scroll,.block>.lead+*{margin-top:1.1rem}
.foot{margin-top:4rem;padding-top:1.25rem;border-top:1px solid var(--line);color:var(--soft);font-size:.85rem}
.side{font-size:.9rem}
.toc{list-style:none;padding:0}
.toc a{display:flex;justify-content:space-between;gap:.75rem;color:var(--ink);text-decoration:none;padding:.22rem .55rem;border-radius:5px}
.toc a:hover{background:var(--wash)}
.toc .num{color:var(--soft)}
.filters{display:flex;flex-direction:column;gap:.3rem;margin-top:1.25rem;padding-top:1.25rem;border-top:1px solid var(--line)}
.chip{display:flex;gap:.45rem;align-items:center;font:inherit;text-align:left;border:1px solid transparent;border-radius:5px;background:var(--tone-w);color:var(--tone);padding:.2rem .55rem;cursor:pointer;min-height:28px}
.chip .num{margin-left:auto}
.chip[aria-pressed=false]{background:none;border-color:var(--line);color:var(--soft);text-decoration:line-through}
#search{font:inherit;background:var(--panel);color:var(--ink);border:1px solid var(--line);border-radius:5px;padding:.3rem .55rem;width:100%;margin-top:.35rem}
#search::placeholder{color:var(--soft);opacity:1}
#shown{color:var(--soft);font-size:.82rem}
.keys summary{color:var(--soft)}
.keys dl{margin:.4rem 0}.keys dl div{display:flex;gap:.6rem;padding:.08rem 0}.keys dt{min-width:2.2rem}
kbd{border:1px solid var(--line);border-bottom-width:2px;border-radius:4px;padding:0 .35em;background:var(--panel)}
@media (min-width:1180px){
body:has(>.side){display:grid;grid-template-columns:236px minmax(0,1fr)}
.side{position:sticky;top:0;height:100vh;overflow:auto;padding:2.9rem 1rem 2rem 1.5rem;border-right:1px solid var(--line)}}
@media (max-width:1179px){
.side{border-bottom:1px solid var(--line);padding:.75rem 1.25rem}
.toc{display:flex;flex-wrap:wrap;gap:.15rem}
.filters{flex-direction:row;flex-wrap:wrap;align-items:center;margin-top:.6rem;padding-top:.6rem}
#search{width:13rem;margin:0}}
@media (max-width:640px){
main{padding:1.5rem 1rem 3rem}.top{padding-left:1rem}.block{margin-top:2.4rem}.facts{grid-template-columns:1fr 1fr;gap:.75rem 1rem}}
`;
