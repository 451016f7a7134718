"""The inbox: mails become proposals, a line of the report and a reply each; nothing is lost, and nothing is proposed twice."""
