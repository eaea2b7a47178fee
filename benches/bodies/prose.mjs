/** Running text of about as many bytes as asked for. */

const GERMAN =
  "Der Kunde wünscht ein Angebot über größere Stückzahlen; die Lieferung soll möglichst früh im März erfolgen. " +
  "Rückfragen bitte an Frau Böhm, die auch über Preisnachlässe entscheidet. ";

const JAPANESE =
  "お客様は来月の展示会で新しい製品をご覧になりたいとのことです。見積書は金曜日までにお送りください。";

const encoder = new TextEncoder();

const repeat = (sentence, bytes) => sentence.repeat(Math.round(bytes / encoder.encode(sentence).length)).trim();

export const german = (bytes) => repeat(GERMAN, bytes);
export const japanese = (bytes) => repeat(JAPANESE, bytes);
