module domainr-epp-load

go 1.24.0

require github.com/domainr/epp v0.2.0
