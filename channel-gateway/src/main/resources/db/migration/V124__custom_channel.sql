-- Channels that partners bring over the API: their webhook in, ours out.
create table custom_channel (
    name text primary key,
    display_name text not null,
    url text not null,
    capabilities jsonb not null,
    per_second double precision not null,
    secret text not null,
    former_secret text,
    former_until timestamptz,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
