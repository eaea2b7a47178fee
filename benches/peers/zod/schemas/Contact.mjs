import * as z from "zod";

export const Contact = z.strictObject({
  first_name: z.string().min(1).max(100),
  last_name: z.string().min(1).max(100),
  email: z.email().max(254),
  phone: z.string().min(3).max(40).nullable().default(null),
  title: z.string().min(1).max(120).nullable().default(null),
  organization_id: z.uuid().nullable().default(null),
  status: z.enum(["lead", "qualified", "customer", "former_customer", "do_not_contact"]).default("lead"),
  tags: z.array(z.string().min(1).max(40)).max(20).default([]),
  has_newsletter: z.boolean().default(false),
  notes: z.string().max(10_000).nullable().default(null),
});
