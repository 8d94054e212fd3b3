-- An issue is read with what people changed on it: they may have reopened it.
drop index event_log_issue;
create index event_log_issue on event_log (issue_id)
    where kind in ('issue.opened', 'issue.continued', 'issue.resolved', 'issue.changed', 'issue.rearranged',
        'issue.reopened');
