"use client";

import { useState } from "react";

import { CreateContact } from "@portcullis/contracts";
import { flattenError } from "@portcullis/contracts/errors";

/** Says what is wrong with an email address while it is typed, without asking a server. */
export default function Page() {
  const [email, setEmail] = useState("");
  const { data, error } = CreateContact.safeParse({ first_name: "Ada", last_name: "Lovelace", email });
  return (
    <label>
      Email
      <input value={email} onChange={(event) => setEmail(event.target.value)} />
      <output>{error ? flattenError(error).fieldErrors.email?.join() : data.email}</output>
    </label>
  );
}
