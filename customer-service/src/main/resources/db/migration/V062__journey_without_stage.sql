-- Who was looked at and stands nowhere, or could not be judged, is noted too: not to be looked at every minute.
alter table journey alter column stage drop not null, alter column since drop not null;
