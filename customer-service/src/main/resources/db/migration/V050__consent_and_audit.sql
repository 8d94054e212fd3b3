-- What customers are asked their consent for; wording is the version of the text that is shown now.
create table consent_purpose (
  name text primary key,
  title jsonb not null,                       -- by language: fi, sv, en
  wording text not null);
insert into consent_purpose (name, title, wording) values
  ('marketing', '{"fi": "Markkinointi", "sv": "Marknadsföring", "en": "Marketing"}', '1'),
  ('profiling', '{"fi": "Henkilökohtaiset ehdotukset", "sv": "Personliga förslag", "en": "Personal suggestions"}', '1'),
  ('research', '{"fi": "Kyselyt ja tutkimus", "sv": "Enkäter och forskning", "en": "Surveys and research"}', '1'),
  ('recording', '{"fi": "Puhelujen tallentaminen", "sv": "Inspelning av samtal", "en": "Recording of calls"}', '1');

-- Every word of the customer's about it; nothing is ever changed here, the newest one holds.
create table consent (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  purpose text not null references consent_purpose (name),
  given boolean not null,
  effective_at timestamptz not null,          -- when the customer said so
  recorded_at timestamptz not null,
  source text not null,                       -- where: a channel, a shop, a paper
  evidence text,                              -- where it can be looked up
  wording text not null,                      -- the version that the customer saw
  recorded_by text not null,
  recorded_by_name text not null);
create index consent_customer on consent (customer_id, purpose, effective_at);

-- Who looked at whom, and what for. No foreign key: it outlives the customer.
create table audit_entry (
  id uuid primary key,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  actor_role text not null,
  customer_id uuid not null,
  action text not null,
  purpose text not null,
  stated boolean not null,                    -- the purpose was said; else it follows from the actor's role
  conversation_id uuid);                      -- the last one that the actor had with the customer
create index audit_entry_at on audit_entry (at, id);
create index audit_entry_customer on audit_entry (customer_id, at, id);
create index audit_entry_actor on audit_entry (actor_id, at, id);
