import type { Invoice, Organization } from "@portcullis/contracts";
import { CreateInvoice as fields } from "@portcullis/contracts/form-fields";
import { fieldAt } from "../forms/typed.ts";
import { useLanguage } from "../languages/context.ts";
import { show, showNumber } from "../money.ts";
import { Stored } from "./Stored.tsx";

interface Props {
  readonly invoice: Invoice;
  readonly organizations: readonly Organization[];
}

/** An invoice as the server has it: the totals here are PostgreSQL's. */
export function StoredInvoice({ invoice, organizations }: Props) {
  const { locale } = useLanguage();
  const organization = organizations.find(({ id }) => id === invoice.organization_id)?.name;
  const label = (path: string) => fieldAt(fields, path).label;
  const amount = (text: string) => show(text, invoice.currency, locale);
  const number = (text: string) => showNumber(text, locale);
  const day = (text: string) => new Date(`${text}T12:00`).toLocaleDateString(locale, { dateStyle: "long" });

  const title = (
    <>
      Invoice <span className="whole">{invoice.number}</span> is stored
    </>
  );
  return (
    <Stored title={title}>
      <dl className="facts">
        <div>
          <dt>{label("organization_id")}</dt>
          <dd>{organization ?? invoice.organization_id}</dd>
        </div>
        <div>
          <dt>{label("issued_on")}</dt>
          <dd>{day(invoice.issued_on)}</dd>
        </div>
        <div>
          <dt>{label("due_on")}</dt>
          <dd>{day(invoice.due_on)}</dd>
        </div>
      </dl>
      <table>
        <caption className="visually-hidden">{label("lines")}</caption>
        <thead>
          <tr>
            <th scope="col">{label("lines.0.description")}</th>
            {["quantity", "unit_price", "discount_percent"].map((name) => (
              <th key={name} scope="col" className="wide">
                {label(`lines.0.${name}`)}
              </th>
            ))}
            <th scope="col">Total</th>
          </tr>
        </thead>
        <tbody>
          {invoice.lines.map((line, index) => (
            <tr key={index}>
              <th scope="row">
                {line.description}
                <span className="narrow">
                  {number(line.quantity)} × {amount(line.unit_price)}
                  {Number(line.discount_percent) > 0 && `, less ${number(line.discount_percent)} %`}
                </span>
              </th>
              <td className="wide">{number(line.quantity)}</td>
              <td className="wide">{amount(line.unit_price)}</td>
              <td className="wide">{number(line.discount_percent)}</td>
              <td>{amount(line.total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total before taxes</th>
            <td className="wide" colSpan={3} />
            <td>{amount(invoice.total)}</td>
          </tr>
        </tfoot>
      </table>
      {invoice.notes && <p className="notes">{invoice.notes}</p>}
    </Stored>
  );
}
