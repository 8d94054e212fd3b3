-- What customers said or did that nobody should have to ask for again: one row for each source that says it. Which of them
-- counts is decided when they are read, so that the order in which events come changes nothing.
create table fact (
  source_id uuid not null,                    -- a message, a touchpoint, or an agent's entry
  kind text not null,
  value text not null,
  customer_id uuid not null,
  shown text not null,
  source text not null check (source in ('message', 'touchpoint', 'agent')),
  conversation_id uuid,
  made_by text,                               -- the agent or the system; null for the customer
  proven boolean not null,
  confidence real not null,
  detail jsonb,                               -- of expectations and what was experienced
  observed_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (source_id, kind, value));
create index fact_customer on fact (customer_id, observed_at desc);
create index fact_expires on fact using brin (expires_at);

-- An agent said that it is not so (any more): hides what was observed until then.
create table fact_withdrawal (
  customer_id uuid not null,
  kind text not null,
  value text not null,
  withdrawn_at timestamptz not null,
  withdrawn_by text not null,
  primary key (customer_id, kind, value));

-- Sources that were deleted: nothing is learnt from them, also when their event comes afterwards.
create table fact_forgotten (
  source_id uuid primary key,
  forgotten_at timestamptz not null);
