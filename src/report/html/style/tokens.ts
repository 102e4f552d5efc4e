/** Colours by role, light and dark; every text colour keeps 4.5:1 on every ground it stands on. */
export const TOKENS = `
:root{color-scheme:light dark;
--bg:#fbfbf9;--panel:#fff;--wash:#f3f3ef;--line:#e0e0da;--ink:#1c1e22;--soft:#585e68;--link:#0b57a4;--focus:#0b57a4;
--fail:#a8201a;--fail-w:#fcebe9;--warn:#7d4e00;--warn-w:#fcf2df;--pass:#1b6640;--pass-w:#e6f3ea;
--open:#6234a0;--open-w:#f1eafa;--waived:#0b5c70;--waived-w:#e3f1f4;
--host:#3b72b8;--mail:#c48a17;--us:#c9cac4;
--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans","DejaVu Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{
--bg:#131518;--panel:#1a1d21;--wash:#22262b;--line:#30353c;--ink:#e7e8ea;--soft:#a6acb6;--link:#86b8f2;--focus:#86b8f2;
--fail:#ff9a90;--fail-w:#3a1f1e;--warn:#efbe62;--warn-w:#35290f;--pass:#78cf9c;--pass-w:#16301f;
--open:#cbaef5;--open-w:#2c2340;--waived:#79cbdc;--waived-w:#12313a;
--host:#5a94dd;--mail:#d9a441;--us:#454b53}}
.o-fail{--tone:var(--fail);--tone-w:var(--fail-w)}
.o-warn,.o-flaky{--tone:var(--warn);--tone-w:var(--warn-w)}
.o-pass{--tone:var(--pass);--tone-w:var(--pass-w)}
.o-suite-error,.o-could-not-test{--tone:var(--open);--tone-w:var(--open-w)}
.o-waived{--tone:var(--waived);--tone-w:var(--waived-w)}
.o-not-applicable,.o-disabled{--tone:var(--soft);--tone-w:var(--wash)}
`;
