-- What customers were promised, as routing-service tells: the newest version of each promise.
create table promise (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  version bigint not null,
  state text not null,
  kind text not null,
  text text not null,
  window_from timestamptz not null,
  window_until timestamptz not null,
  issue_id uuid,
  conversation_id uuid,
  owner_type text not null,
  owner_id text not null,
  owner_name text,
  cause text,
  changed_at timestamptz not null);
create index promise_customer on promise (customer_id, window_until);
