-- What managers want offered, to whom: every version stays, the newest one counts.
create table suggestion_rule (
  id text not null,
  version integer not null,
  content jsonb not null,                     -- texts, conditions, when to ask again
  made_by text not null,
  made_at timestamptz not null,
  primary key (id, version));

-- What was shown about whom, and what came of it. Reasons name entries and repeat nothing of what these say.
create table suggestion (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  rule_id text not null,
  rule_version integer not null,
  round integer not null,                     -- from 0: after "later", it may be asked again
  reasons jsonb not null,
  shown_at timestamptz not null,
  shown_to text not null,
  outcome text check (outcome in ('taken', 'refused', 'later')),
  outcome_at timestamptz,
  outcome_by text,
  unique (customer_id, rule_id, round));
create index suggestion_shown_at on suggestion using brin (shown_at);

-- The example that comes with the platform; a company switches it off or puts its own in its place.
insert into suggestion_rule (id, version, made_by, made_at, content) values ('chain-oil', 1, 'saumaton', now(), '{
  "active": true,
  "priority": 50,
  "title": {
    "fi": "Tarjoa teräketjuöljyä",
    "sv": "Erbjud kedjeolja",
    "en": "Offer chain oil"},
  "text": {
    "fi": "Asiakas osti moottorisahan ja kysyi öljystä, mutta ei ole vielä ostanut sitä.",
    "sv": "Kunden köpte en motorsåg och frågade om olja, men har inte köpt den ännu.",
    "en": "The customer bought a chainsaw and asked about oil, but has not bought it yet."},
  "conditions": [
    {"condition": "bought.filter(b, b.product.mentions([''chainsaw'', ''moottorisaha'', ''motorsåg'']))",
     "says": {"fi": "On ostanut moottorisahan", "sv": "Har köpt en motorsåg", "en": "Bought a chainsaw"}},
    {"condition": "messages.filter(m, !m.ours && m.text.mentions([''oil'', ''öljy'', ''ketjuöljy'', ''teräketjuöljy'', ''olja'', ''kedjeolja'']))",
     "says": {"fi": "On kysynyt öljystä", "sv": "Har frågat om olja", "en": "Asked about oil"}},
    {"condition": "!bought.exists(b, b.product.mentions([''chain oil'', ''ketjuöljy'', ''teräketjuöljy'', ''kedjeolja'']))",
     "says": {"fi": "Ei ole ostanut teräketjuöljyä", "sv": "Har inte köpt kedjeolja", "en": "Has not bought chain oil"}}],
  "laterDays": 7,
  "refusedDays": 0,
  "takenDays": 0}');
