-- Conversations of erased customers: what still comes about them is dropped. The ids mean nothing any more.
create table erased_conversation (
    id uuid primary key,
    erased_at timestamptz not null
);

-- By what an erased customer's messages are known that were accepted before the erasure and come afterwards: a keyed hash,
-- kept while `ingress` keeps them.
create table erasure_key (value text not null);
insert into erasure_key (value) values (gen_random_uuid()::text || gen_random_uuid()::text);
create table erased_handle (
    hash text primary key,
    erased_at timestamptz not null
);
create index erased_handle_at on erased_handle using brin (erased_at);
create function handle_hash(kind text, value text) returns text language sql stable as $$
    select encode(sha256(convert_to(k.value || ':' || $1 || ':' || $2, 'UTF8')), 'hex') from erasure_key k
$$;
