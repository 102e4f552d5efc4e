/** The number is of something else. Compounds that end in a word for code come first: they are no codes to verify with. */
export const OTHER = String.raw`
en: (?:backup|zip|postal|post|country|area|dial(?:ling)?|bar|qr|promo(?:tion(?:al)?)?|discount|voucher|coupon|gift|referral|invite|error|status|source|product|item|order|booking|reservation|tracking|reference|customer|sort|swift|bic|branch|colou?r|hex|dress|store|tax|exit|return|http|state|reason|campaign)[- ]?codes?=, code (?:of conduct|review|base|freeze|coverage|owners?|signing|snippet|sample|quality|changes?|lines?)=
de: (?:gutschein|rabatt|fehler|produkt|artikel|strich|quell|kunden|farb|aktions|referenz|lander|status)[- ]?codes?=
sv no da fi: (?:rabatt|kampanj|kampagne|fel|feil|fejl|streck|strek|streg|post|land[es]?|lands|varu|vare|kupong|kupon|produkt)[- ]?kod(?:en?|e)?=, alennuskoodi, virhekoodi, viivakoodi
nl fr: (?:kortings|actie|fout|bestel|klant|product|streepjes)[- ]?code, code (?:postal|promo|promotionnel|erreur|barres?|client|produit|couleur|de reduction)
es pt it ro: codigo (?:postal|promocional|de (?:barras|descuento|desconto|error|erro|cliente|pedido|producto|produto))=, codice (?:postale|fiscale|sconto|errore|cliente|prodotto|ordine|avviamento|promozionale), cod (?:postal|produs|client|reducere)
pl cs hu tr ru: kod (?:pocztowy|rabatowy|promocyjny|kreskowy|produktu|bledu), slevovy kod, postai iranyitoszam, (?:indirim|urun|posta|hata) kodu, (?:почтовый|штрих-?|промо-?)\s?код, промокод, код (?:товара|ошибки)
en: template, queue, user=, device, terminal, nonce=, time ?stamp, pull request, commit, merge request, branch, position, place in, ending (?:in|with)=, ends (?:in|with)=, last (?:four|three|4) digits, invoice, receipt, orders?=, order (?:no|number|id), tickets?=, case=, cases=, ref=, refs=, references?=, customer, clients?=, accounts?=, member, phone, tel=, telephone, fax=, mobile, cell=, call=, call us, hotline, dial=, sms to, text to, zip=, p\.? ?o\.? ?box, amount, total, balance, price, room=, floor=, suite=, building, unit=, gate=, seat=, flight, booking, reservation, tracking, parcel, shipment, pickup point, serial, models?=, article, items?=, products?=, sku=, requests?=, req=, transaction, payment, contract, policy (?:no|number), vat=, gst=, tin=, company (?:no|number|reg), reg(?:istration|\.)? ?(?:no|nr|number)=, registered (?:in|no|number|office|under|with number), claims?=, build=, version, incident, error, fault, issues?=, bugs?=, jobs?=, employee, student, cards?=, iban=, bic=, swift=, extension, ext=, ports?=, id=, ids=, identifier, sessions?=, conference, meeting, population, inhabitants, residents, users=, visitors, people=, votes, points=, downloads, followers, copyright, licen[cs]e, pages?=, chapter, street, avenue, road=, since=, protocol, batch, lot=, part no, message (?:no|number), letter no, passengers?
de: *rechnung, *bestell, auftrag, vorgang, aktenzeichen, *kundennummer, kundennr, kd\.?-?nr, kunde=, *telefon, *postfach, plz=, *betrag, summe, *preis, buchung, sendung, *konto, vertrag, handelsregister, hrb=, hra=, ust, steuernummer, anfrage, mitglied, artikel, zimmer, *seriennummer, fall=, fallnummer, einwohner, besucher, durchwahl, personalnummer, referenz, belegnummer, ticketnummer
sv no da is: *faktura, *arende, kund=, kund(?:nr|nummer|e|en)=, *belopp, bokning, *organisationsnummer, org\.? ?-?n, *postnummer, *kvitto, sak(?:s?nr|s?nummer)=, sag(?:s?nr|s?nummer)=, kundenr, kundenummer, bestilling, bestallning, ordre, ordernummer, belop, medlem, *personnummer, postboks, boks=, box=, rum=, vaningen, beloeb, reikning, antal=, antall=, invanare, besokare, *diarienummer
fi et lt lv: *lasku, tilaus, tilausnumero, asiakas, puhelin, puh=, y-tunnus, viite, viitenumero, *arve, tellimus, kliendi, uzsakym, saskait, rekin, pasutijum, telefon, talrun
nl: factuur, *klant, zaak, bedrag, kvk, btw, *telefoon, *bestelling, postbus, dossier, *nummer van uw
fr: facture, commande, dossier, montant, reservation, siret, siren, client, colis, telephone, tel\.=, bp=, appelez, rendez-vous, numero de (?:client|commande|dossier|suivi|telephone|ticket|facture)
es ca: factura, pedido, referencia, expediente, cliente, importe, reserva, caso=, incidencia, llam[ae], telefono, nif=, cif=, comanda=, habitacion, tramite
pt: fatura, encomenda, telefone, cnpj, cpf=, protocolo, processo, chamado, bilhete, valor=, nota fiscal
it: fattura, ordine, pratica, riferimento, importo, prenotazione, partita iva, p\. ?iva, biglietto, chiama, stanza, protocollo, spedizione
ro: comanda, factura, telefon, bilet, suma=, cui=
pl: faktur, zamowien, zgloszen, klient, kwot, nip=, regon, krs=, *sprawy=, tel\.=, telefonu, rachun, paczk, skrytka
cs sk sl hr sr: objednav, zakazni, zakazk, castka, ico=, dic=, faktur, narudzb, racun=, racuna=, stevilka narocila, broj (?:narudzbe|racuna|telefona), telefon, predmet
hu tr sq: szamla, rendeles, ugyfel, *telefonszam, adoszam, cegjegyzek, siparis, musteri, talep, tutar, faks=, fatura, telefon, basvuru, abone
vi id ms: hoa don, don hang, dien thoai, khach hang, pesanan, nomor (?:telepon|pesanan|tiket), tagihan, tiket
ru uk be bg mk sr: сч[её]т, заказ, заявк, обращени, тикет, билет, телефон, тел=, тел\.=, клиент, договор, сумм, инн=, огрн, кпп=, индекс, замовлен, рахун, поръчк, фактур, нарачк, поруџбин, рачун, звернен, квитанц, абонент, позвонит, звоните
el: τηλεφων, παραγγελ, τιμολογ, πελατ, αιτημα, αφμ=, τηλ=
ar: فاتورة, الفاتورة, طلب, الطلب, هاتف, الهاتف, تذكرة, التذكرة, حساب, الحساب, عميل, العميل, المبلغ, اتصل
fa ur: سفارش, فاکتور, تلفن, تماس, مشتری, پیگیری, مبلغ, آرڈر, فون
he: חשבונית, הזמנה, ההזמנה, טלפון, פנייה, הפנייה, כרטיס, לקוח, סכום
hi bn th: चालान, ऑर्डर, फ़ोन, फोन, टिकट, ग्राहक, অর্ডার, ফোন, คำสั่งซื้อ, โทร, ใบแจ้งหนี้, ลูกค้า
ja: 注文, 請求, お客様番号, 会員番号, 受付番号, 問い合わせ番号, お問い合わせ, 電話, チケット, 郵便番号, 追跡番号, 金額, 予約番号, 伝票, 整理番号, 口座, 株式会社
zh: 订单, 訂單, 发票, 發票, 工单, 工單, 编号, 編號, 电话, 電話, 客服, 客户, 客戶, 金额, 金額, 邮编, 邮政编码, 快递, 单号, 單號, 票号, 热线, 熱線, 账号, 帳號, 卡号
ko: 주문, 송장, 청구, 전화, 고객, 문의, 티켓, 우편번호, 금액, 예약, 접수, 계좌
`;
