-- An issue is read with how people put its contacts right.
drop index event_log_issue;
create index event_log_issue on event_log (issue_id)
    where kind in ('issue.opened', 'issue.continued', 'issue.resolved', 'issue.rearranged', 'issue.reopened');
