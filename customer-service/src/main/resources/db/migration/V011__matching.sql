-- What is known of a person besides handles, each piece with where it came from: without the source it is gone.
create table person_detail (
  source text not null,                       -- touchpoint:<id>, or what the sending system calls its record
  field text not null,
  customer_id uuid not null references customer (id),
  value text not null,
  normal text not null,                       -- as it is compared
  made_by text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (customer_id, source, field));
create index person_detail_source on person_detail (source);
create index person_detail_value on person_detail (field, normal);

-- Of whom something has changed that similar people are found by. Taken away by whoever looks for them.
create table person_changed (
  customer_id uuid primary key,
  since timestamptz not null);
create index person_changed_since on person_changed (since);

-- Who is compared with whom: those who share a key. Kept for survivors; of others it may be there for a moment.
create table match_key (
  key bigint not null,
  customer_id uuid not null,
  primary key (key, customer_id));
create index match_key_customer on match_key (customer_id);

-- Two who may be one person, for somebody to decide.
create table match_candidate (
  id uuid primary key,
  one_id uuid not null references customer (id),
  other_id uuid not null references customer (id),
  probability double precision not null,
  household_probability double precision not null,
  bits double precision not null,
  reasons jsonb not null,
  state text not null check (state in ('open', 'confirmed', 'rejected')),
  found_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  check (one_id < other_id));
create unique index match_candidate_pair on match_candidate (one_id, other_id);
create index match_candidate_other on match_candidate (other_id);
create index match_candidate_open on match_candidate (probability desc, id) where state = 'open';

-- What was learned from the company's own data; the newest one counts, none means the defaults.
create table match_model (
  id uuid primary key,
  weights jsonb not null,
  people integer not null,
  trained_by text not null,
  trained_at timestamptz not null);

-- How many people share a value, as far as several do; counted anew with each run over all.
create table match_frequency (
  field text not null,
  normal text not null,
  people integer not null,
  primary key (field, normal));
create table match_population (
  only_row boolean primary key default true check (only_row),
  people bigint not null,
  counted_at timestamptz not null);
