-- Kinds of entries that the company has of its own. A changed type is a new version beside the old one, so that what was
-- checked by an older one can still be understood.
create table touchpoint_type (
  name text not null,
  version integer not null,
  titles jsonb not null,                      -- templates in fi, sv, en
  schema text not null,                       -- JSON Schema 2020-12, as it was sent
  shown jsonb not null,                       -- the fields to be shown, with their names in fi, sv, en
  made_by text not null,
  made_at timestamptz not null,
  primary key (name, version));

-- The version that an entry was checked by.
alter table touchpoint add column type_version integer;
