import { folded } from './characters.ts';
import type { Line, Region } from './line.ts';

const FORWARD_SUBJECT =
  /^\s*(?:fwd?|fw|wg|tr|vb|vs|vl|rv|enc|doorst|pd|i|轉寄|转发|転送|전달|إعادة توجيه|הועבר)\s*[:：]/iu;
const FORWARD_LINE =
  /(?:forwarded (?:message|by)|begin forwarded|weitergeleitete nachricht|anfang der weitergeleiteten|vidarebefordra|videresendt|valitetty viesti|edelleenlahetetty|message transfere|debut du message|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|begin doorgestuurd|przekazana wiadomosc|preposlana zprava|tovabbitott|iletilen ileti|пересл|переадрес|転送されたメッセージ|转发的邮件|转发邮件|전달된 메시지|الرسالة المعاد توجيهها|רשאת מועברת|הודעה שהועברה)/u;
const REPLY_LINE =
  /^[-_ ]{2,}\s*(?:original (?:message|appointment)|ursprungliche nachricht|ursprungligt meddelande|opprinnelig melding|oprindelig meddelelse|alkuperainen viesti|message d['’]origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|wiadomosc oryginalna|исходное сообщение|元のメッセージ|原始邮件|원본 메시지|الرسالة الأصلية|הודעה מקורית)/u;
/** A name and an address or a date before a colon: "On 21 Nov 2026, X <x@y> wrote:" in any language. */
const ATTRIBUTION = /^(?=.*(?:@|\d{1,2}:\d{2}|(?:19|20)\d{2})).{10,300}\S+\s?[:：]$/u;
const ATTRIBUTION_VERB =
  /(?:wrote|writes|schrieb|skrev|skriver|a ecrit|escribio|escreveu|ha scritto|schreef|kirjoitti|napisal|napsal|irta|yazdi|пишет|писал|написал|написав|έγραψε|εγραψε|写道|のメール|wrote on|작성|كتب|כתב)/u;
const HEADER =
  /^\*?(?:from|sent|date|to|cc|subject|von|gesendet|an|betreff|datum|fran|skickat|till|amne|fra|til|emne|de|envoye|a|objet|para|asunto|assunto|enviado|da|inviato|oggetto|van|verzonden|aan|onderwerp|lahettaja|aihe|od|do|temat|от|кому|тема|отправлено|差出人|宛先|件名|发件人|收件人|主题|보낸 사람|받는 사람|제목)\s?[:：]\*?\s/u;
const FOOTER =
  /©|\(c\) ?(?:19|20)\d\d|unsubscri|all rights reserved|abmelden|avregistrera|avsluta prenumeration|se desabonner|darse de baja|cancelar suscripcion|disiscri|uitschrijven|отписаться|退订|配信停止|수신거부|impressum|registered (?:office|in)|this e?-?mail was sent (?:to|by)|privacy policy/u;

/** Tells which lines of a part are the mail's own and which are quoted, forwarded or below the signature. */
export function withRegions(lines: readonly Line[], subject: string): Line[] {
  const forwarding = FORWARD_SUBJECT.test(subject);
  let rest: Region = 'body';
  return lines.map((line, index) => {
    const quoteMark =
      line.part === 'text' && !/<\s*$/.test(line.text) ? /^(?:\s?[>›])+\s?/.exec(line.text)?.[0] : undefined;
    const text = quoteMark === undefined ? line.text : line.text.slice(quoteMark.length);
    rest = after(rest, folded(text.trim()), lines, index, forwarding);
    const own = line.region === 'body' && quoteMark !== undefined ? 'quoted' : line.region;
    return {
      ...line,
      text: quoteMark === undefined ? line.text : text,
      styled: quoteMark === undefined ? line.styled : [],
      region: region(own, rest, folded(text)),
    };
  });
}

function region(own: Region, rest: Region, text: string): Region {
  if (own === 'hidden' || own === 'footer') return own;
  if (rest === 'forwarded') return 'forwarded';
  if (own === 'quoted' || rest === 'quoted') return 'quoted';
  return rest === 'footer' || FOOTER.test(text) ? 'footer' : own;
}

/** What holds from this line on. */
function after(now: Region, text: string, lines: readonly Line[], index: number, forwarding: boolean): Region {
  if (FORWARD_LINE.test(text) && text.length < 120) return 'forwarded';
  if (REPLY_LINE.test(text)) return forwarding && now === 'body' ? 'forwarded' : 'quoted';
  if (/^--\s?$/.test(lines[index]?.text ?? '') && now === 'body') return 'footer';
  if (isAttribution(text) && !nextIsMarked(lines, index)) return forwarding && now === 'body' ? 'forwarded' : 'quoted';
  if (now === 'body' && startsHeaders(lines, index))
    return forwarding || !anyAbove(lines, index) ? 'forwarded' : 'quoted';
  return now;
}

const isAttribution = (text: string): boolean =>
  text.length < 300 && ATTRIBUTION.test(text) && (ATTRIBUTION_VERB.test(text) || /<[^<>\s]+@[^<>\s]+>/.test(text));

const nextIsMarked = (lines: readonly Line[], index: number): boolean =>
  /^\s?[>›]/.test(lines.slice(index + 1).find(line => line.text.trim() !== '')?.text ?? '');

/** Three header lines running, as mail programs put above what they quote. */
function startsHeaders(lines: readonly Line[], index: number): boolean {
  const next = lines
    .slice(index, index + 8)
    .filter(line => line.text.trim() !== '')
    .slice(0, 4);
  return (
    HEADER.test(`${folded(lines[index]?.text ?? '')} `) &&
    next.filter(line => HEADER.test(`${folded(line.text)} `)).length >= 3
  );
}

const anyAbove = (lines: readonly Line[], index: number): boolean =>
  lines.slice(0, index).some(line => line.region === 'body' && /\p{L}/u.test(line.text));
