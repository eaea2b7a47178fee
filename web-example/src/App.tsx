import { useState, useSyncExternalStore } from "react";
import { listOrganizations, listProducts } from "./api.ts";
import { LanguageSwitch } from "./components/LanguageSwitch.tsx";
import { ContactForm } from "./forms/ContactForm.tsx";
import { InvoiceForm } from "./forms/InvoiceForm.tsx";
import { type Choices, useRows } from "./forms/useRows.ts";
import { LanguageContext } from "./languages/context.ts";
import { english } from "./languages/english.ts";

const PAGES = [
  { path: "#invoice", name: "Invoice", Form: InvoiceForm },
  { path: "#contact", name: "Contact", Form: ContactForm },
];

/** Both forms are always there, one of them hidden: what was typed outlives a look at the other. */
export function App() {
  const hash = useSyncExternalStore(onHashChange, () => location.hash);
  const path = PAGES.find(({ path }) => path === hash)?.path ?? "#invoice";
  const [language, setLanguage] = useState(english);
  const choices: Choices = { organizations: useRows(listOrganizations), products: useRows(listProducts) };
  return (
    <LanguageContext value={language}>
      <header>
        <h1>Front office</h1>
        <nav aria-label="Forms">
          {PAGES.map((page) => (
            <a key={page.path} href={page.path} aria-current={page.path === path ? "page" : undefined}>
              {page.name}
            </a>
          ))}
        </nav>
        <LanguageSwitch onLoad={setLanguage} />
      </header>
      <main>
        {PAGES.map(({ path: own, Form }) => (
          <div key={own} hidden={own !== path}>
            <Form {...choices} />
          </div>
        ))}
      </main>
    </LanguageContext>
  );
}

function onHashChange(listen: () => void): () => void {
  addEventListener("hashchange", listen);
  return () => removeEventListener("hashchange", listen);
}
