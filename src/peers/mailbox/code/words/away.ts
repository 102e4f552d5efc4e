/** Words before a number that make it a time, a place, a recipient or what the code is not. None is a word for "is", "and" or "the" anywhere. */
export const PREPOSITION = `
en: until, till, before, after, within, since, at, from, of, than, about, over, under, between, around, for, per, in, into
en de nl sv da fr pl ru: not, never, no longer, nicht, niet, inte, ikke, pas, nie, не, contains, costs, (?:starts|begins|ends) with
de: bis, um, ab, seit, nach, vor, innerhalb, an, am, auf, für, von, aus, unter, zwischen, im, zum, zur
sv no da: till, til, kl, klockan, klokken, på, från, fra, före, efter, etter, sedan, inom, innen, inden, vid, för
fr: à, au, aux, dans, jusqu['’]à, jusqu['’]au, après, avant, depuis, vers, sur, pour, pendant, chez
es pt: hasta, para, al, desde, por, tras, até, ao, aos, às, em
it: fino, alle, entro, dopo, dal, dalle, nel, sul, tra
nl: naar, tot, op, voor, vanaf, tussen, binnen, sinds, om
ro pl cs: până, pentru, după, din, către, od, dla, przez, pro
ru uk bg: на, до, в, во, из, от, для, через, после, к, по, від
el: στο, στη, στις, έως, μέχρι, για, από, σε
ar fa: إلى, الى, حتى, في, خلال, من, على, قبل, بعد, عند, تا, به, در, از, برای
he: עד, אל, בשעה, תוך, לפני, אחרי
vi id: đến, tại, trong, vào, từ, lúc, tới, ke, hingga, sampai, pada, dalam, dari, untuk
`;

/** A time follows, until which the code holds. */
export const HOLDS = `
en: expir(?:es?|y|ing|ation), exp=, valid(?:ity)?=, lifetime
de nl: gültig, läuft, abläuft, geldig, verloopt
sv no da fi: giltig, gyldig, gäller, gjelder, gælder, upphör, utløper, udløber, voimassa, vanhenee
fr es pt it ro: expire, valable, caduca, expira, vence, válid[oa], valid[oa], scade, valabil
pl cs hu tr: ważn, wygasa, platn, platí, vyprší, érvényes, lejár, geçerli
ru uk bg el: действ, истекает, дійсн, валид, изтича, λήγει, ισχύει
ar fa he hi: صالح, ينتهي, تنتهي, معتبر, תקף, בתוקף, मान्य
zh ja ko: 有效, 失效, 过期, 過期, 有効, 期限, 유효, 만료
vi id: hiệu lực, hết hạn, berlaku, kedaluwarsa
`;

/** A recipient, an owner or a moment follows. */
export const HANDLED = `
en: sent, sending, delivered, texted, e?-?mailed, requested, issued, generated, used, has=, have=
de nl: gesendet, geschickt, verschickt, versandt, angefordert, verzonden, gestuurd, verstuurd, aangevraagd
sv no da fi: skickat, skickad, skickas, sendt, sänt, begär, lähet
fr es pt it ro: envoyé, enviado, enviad[oa], enviamos, inviat, mandado, trimis, solicitad
pl cs hu tr: wysłan, wysłal, odeslán, odeslan, küldt, gönder
ru uk bg el: отправ, выслан, направлен, надісл, изпрат, запрош, στάλθηκε, εστάλη
ar fa he hi: أرسل, إرسال, ارسال, נשלח, भेज
zh ja ko: 发送, 發送, 已发, 送信, 발송, 전송
vi id: gửi, dikirim
`;

/** Words for "is" between a noun and its number. */
export const COPULA = `
en de nl: is, are, was, ist, lautet, lauten
sv no da is: är, er
fr es pt it ro: est, es, è, é, este, será, sera
pl cs sl hr: to, jest, je
el ru uk bg: είναι, это, е
ar fa he: هو, هي, است, הוא, היא
vi id tl sw: là, adalah, ialah, ay, ni
hi: है
`;
