-- Imports that go on: after the first time around, what has changed since, again and again.
alter table import_job add column follow boolean not null default false;
alter table import_job add column since timestamptz;     -- null the first time around
alter table import_job add column round_at timestamptz;  -- when this time around began
