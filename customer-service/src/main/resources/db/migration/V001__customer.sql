-- What every service has: see service-kit.
create table outbox (
  id uuid primary key,
  seq bigint generated always as identity,
  slot smallint not null,
  aggregatetype text not null,
  aggregateid uuid not null,
  type text not null,
  payload text not null,
  traceparent text,
  occurred_at timestamptz not null,
  created_at timestamptz not null default now());
create index outbox_slot_seq on outbox (slot, seq);

create table inbox (
  consumer text not null,
  event_id uuid not null,
  seen_at timestamptz not null default now(),
  primary key (consumer, event_id));
create index inbox_seen_at on inbox using brin (seen_at);

create table idempotency_key (
  caller text not null,
  key text not null,
  request_hash text not null,
  response jsonb not null,
  created_at timestamptz not null default now(),
  primary key (caller, key));

-- A customer is a cluster of handles. Joining two clusters moves nothing: one of them points at the other
-- (survivor_id), and taking the joining link back makes it point at itself again.
create table customer (
  id uuid primary key,
  survivor_id uuid not null references customer (id),
  display_name text,
  language text,
  stage text not null default 'prospect',
  version integer not null default 0,
  created_at timestamptz not null);
create index customer_survivor on customer (survivor_id);

-- The unique handle is what makes two replicas that meet a new person at the same moment agree on one customer.
-- A handle is inserted before its customer (whoever wins the handle creates the customer): hence deferred.
create table handle (
  id uuid primary key,
  kind text not null,
  value text not null,
  customer_id uuid not null references customer (id) deferrable initially deferred,
  created_at timestamptz not null,
  unique (kind, value));
create index handle_customer on handle (customer_id);

-- Why a handle belongs to a customer. Clusters are the connected parts of the graph of links that are not revoked.
create table link (
  id uuid primary key,
  handle_id uuid not null references handle (id),
  customer_id uuid not null references customer (id),
  evidence text not null,
  confidence numeric(4, 3) not null,
  source uuid not null,                       -- the conversation or touchpoint that brought the evidence
  made_by text not null,
  made_at timestamptz not null,
  revoked_by text,
  revoked_at timestamptz);
create unique index link_active on link (handle_id, customer_id, evidence) where revoked_at is null;
create index link_customer on link (customer_id);

create table issue (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  reference text not null unique,
  title text not null,
  state text not null check (state in ('open', 'resolved', 'closed')),
  contacts integer not null,
  returned boolean not null default false,    -- the customer came back after it had been resolved
  opened_by uuid not null,                    -- the conversation
  opened_at timestamptz not null,
  last_contact_at timestamptz not null,
  resolution text,
  resolved_by_id text,
  resolved_by_name text,
  resolved_at timestamptz,
  closed_at timestamptz,
  version integer not null default 0);
create index issue_customer on issue (customer_id, state);
create index issue_resolved on issue (resolved_at) where state = 'resolved';

-- A conversation as seen from here: with whom, about what.
create table contact (
  conversation_id uuid primary key,
  version bigint not null,                    -- of the last opened or reopened
  reference text not null,
  channel text not null,
  channel_kind text not null,
  customer_id uuid not null references customer (id),
  issue_id uuid not null references issue (id),
  verified boolean not null,
  continued boolean not null,
  untitled boolean not null,                  -- the issue waits for the first message's text to be named after
  display_name text,
  language text,
  proof text not null,                        -- the proven handles seen last, to notice cheaply when they change
  first_message_id uuid not null,
  opened_at timestamptz not null,
  began_at timestamptz not null);             -- opened or reopened last
create index contact_customer on contact (customer_id, began_at desc);
create index contact_issue on contact (issue_id);

-- Handles that somebody named without proof. They link nothing.
create table claim (
  conversation_id uuid not null,
  kind text not null,
  value text not null,
  made_at timestamptz not null,
  primary key (conversation_id, kind, value));
create index claim_handle on claim (kind, value);

-- Who has a conversation, from routing. Either topic may come first, hence no reference to contact.
create table assignment (
  conversation_id uuid primary key,
  number bigint not null,
  agent_id text not null,
  agent_name text,
  assigned_at timestamptz not null);

-- One index only: it serves the page (newest first, keyset), the last 50, and the uniqueness of an entry.
create table touchpoint (
  customer_id uuid not null,
  occurred_at timestamptz not null,
  id uuid not null,
  kind text not null,
  recorded_at timestamptz not null,
  channel text,
  channel_kind text,
  conversation_id uuid,
  issue_id uuid,
  author jsonb,
  title text,
  body text,
  data jsonb,
  verified boolean not null,
  primary key (customer_id, occurred_at, id)) partition by hash (customer_id);
do $$
begin
  for part in 0..15 loop
    execute format('create table touchpoint_p%s partition of touchpoint for values with (modulus 16, remainder %s)',
        lpad(part::text, 2, '0'), part);
    execute format('alter table touchpoint_p%s set (autovacuum_vacuum_insert_scale_factor = 0.05)', lpad(part::text, 2, '0'));
  end loop;
end $$;
create index touchpoint_purchase on touchpoint (customer_id, occurred_at desc) where kind = 'purchase';

-- What back-office systems have sent: the natural key (system, external id) makes sending twice harmless.
create table touchpoint_source (
  system text not null,
  external_id text not null,
  content_hash text not null,
  touchpoint_id uuid not null,
  customer_id uuid,                           -- filled in by the same transaction, once the row is its own
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (system, external_id));

-- Messages of a conversation whose opening has not been seen yet wait here for it.
create table held_message (
  conversation_id uuid not null,
  message_id uuid not null,
  type text not null,
  data text not null,
  held_at timestamptz not null,
  primary key (conversation_id, message_id));
