-- What contacts of closed issues spoke of is forgotten: they are found by still having said something.
create index contact_turn_said on contact_turn (issue_id) where words <> '{}' or numbers <> '{}';
