/** There was a code before this one. */
export const OLD = `
en: previous, wrong=, incorrect, mistyped, you (?:entered|typed|gave), earlier=, old=, older=, former, outdated, superseded, last time, already used, obsolete, ignor, discard, forget=, disregard, do not use, don['’]t use, instead of, rather than, replaces=
de nl: vorherig, vorig, alte[rnsm]?=, fruher, bisherig, anstelle, statt=, ersetzt, oude=, eerdere, in plaats van, vervangt
sv no da: tidigare, gamla?=, forra, forrige, gammel, gamle=, tidligere, istallet for, i stedet for, ersatter, erstatter
fi et lt lv: aiem, vanha, edelli, eelmi, ankstesn, ieprieks
fr es pt it ro ca: precedent, ancien, anterior, antigu, antig, vecchi, vechi, remplace, sustituye, reemplaza, substitui, sostituisce, au lieu de, en lugar de
pl cs sk sl hr hu tr sq: poprzedn, star[aeyi]=, predchoz, prejsnj, prethodn, korabbi, regi=, onceki, eski=
vi id ms: truoc=, sebelumnya, lama=
ru uk bg el: предыдущ, прежн, стар(?:ый|ого|ая)=, устар, попередн, предишн, προηγουμεν, παλι
ar fa he hi: السابق, القديم, قبلی, קודם, הקודם, ישן, पिछला, पुराना
ja zh ko: 以前の, 前回の, 古い, 旧的, 之前的, 上一个, 舊的, 이전, 기존
`;

/** The code holds no longer. */
export const DEAD = `
en: (?:has|have|is|are|was) (?:already |now )?expired, (?:is|are|was|were) (?:wrong|incorrect|not (?:correct|right|accepted)|refused|rejected), no longer (?:valid|works?|accepted|active|usable), (?:is|are) not valid (?:any ?more|now), (?:is|are) (?:now )?invalid(?! (?:after|in|once|if|when))=, stopped working, (?:does|do) not work, (?:doesn|don)['’]t work, (?:has|have) been (?:cancelled|revoked|replaced|used|superseded)
de nl: (?:ist|sind) (?:bereits |nun )?(?:abgelaufen|ungultig)=, nicht mehr gultig, is (?:verlopen|ongeldig), niet meer geldig
sv no da fi: har gatt ut, galler inte langre, ar ogiltig, er (?:utlopt|udlobet|ugyldig), gjelder ikke lenger, galder ikke langere, on vanhentunut, ei ole enaa voimassa
fr es pt it: a expire=, n['’]est plus valable, n['’]est plus valide, ha (?:caducado|expirado|vencido), ya no (?:es valido|sirve|funciona), (?:ja )?nao e mais valid, expirou, e scadut, non e piu valid
pl cs hu tr: wygasl, niewazn, vyprsel, neplatn, lejart, ervenytelen, suresi doldu, gecersiz
ru uk bg el: больше не действ, истек=, истёк, недействит, більше не діє, изтекъл, εληξε
ar he: منتهي الصلاحية, انتهت صلاحيت, פג תוקף
ja zh ko: 無効にな, 無効です, 期限切れ, 已失效, 已过期, 已過期, 已作废, 만료되
`;

/** The number is only shown. */
export const EXAMPLE = String.raw`
en: example, (?:first|last|leading) (?:\S{1,8} )?digits, e\.g\., for instance, such as, looks? like, sample, in the form
de nl sv no da fi: *beispiel, z\. ?b\., *exempel, t\.? ?ex\.=, eksempel, f\.eks\., esimerk, *voorbeeld, bijv
fr es pt it ro: exemple, p\. ?ex\., ejemplo, p\. ?ej\., esempio, exemplo, exemplu
pl cs hu tr vi id: na przyklad, np\., naprikl, peldaul, mesela, ornegin, vi du, contohnya
ru uk el ar he hi: например, напр\., наприклад, για παραδειγμα, مثال, على سبيل, לדוגמה, उदाहरण
ja zh ko: 例えば, 例：, 例如, 比如, 예를 들어, 예시
`;
