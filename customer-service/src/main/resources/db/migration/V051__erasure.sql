-- A customer was erased: no name, no address, only that it was done, by whom, and what each service removed.
create table erasure (
  id uuid primary key,
  customer_id uuid not null,
  reason text not null,
  requested_by text not null,
  requested_by_name text not null,
  requested_at timestamptz not null,
  swept_at timestamptz);                      -- what was being written meanwhile has been removed as well
create index erasure_unswept on erasure (requested_at) where swept_at is null;

create table erasure_part (
  erasure_id uuid not null references erasure (id),
  service text not null,
  removed jsonb not null,                     -- rows by table
  at timestamptz not null,
  primary key (erasure_id, service, at));

-- Events about these are late news of somebody who was erased. The ids mean nothing any more.
create table erased_subject (
  id uuid primary key,
  kind text not null check (kind in ('customer', 'conversation')),
  erasure_id uuid not null references erasure (id));
create index erased_subject_erasure on erased_subject (erasure_id);

-- By what an erased person would be known again in what they wrote before: a keyed hash, kept while topics keep events.
create table erasure_key (value text not null);
insert into erasure_key (value) values (gen_random_uuid()::text || gen_random_uuid()::text);
create table erased_handle (
  hash text not null,
  erasure_id uuid not null references erasure (id),
  erased_at timestamptz not null,
  primary key (hash, erasure_id));
create index erased_handle_at on erased_handle using brin (erased_at);
create function handle_hash(kind text, value text) returns text language sql stable as $$
  select encode(sha256(convert_to(k.value || ':' || $1 || ':' || $2, 'UTF8')), 'hex') from erasure_key k
$$;
