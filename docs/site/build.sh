#!/usr/bin/env bash
# Builds the pages and the API reference as one site in artifacts/site, from the assemblies of a Release build. A warning is an error, so every link
# has to lead to a page. docfx finds files below the folder of its configuration only: the pages of the repository are copied there first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

rm -rf artifacts/docfx artifacts/site
mkdir -p artifacts/docfx
git ls-files -z --cached --others --exclude-standard '*.md' docs schemas/dk/overlay.xml global.json Directory.Build.props \
    | xargs -0 cp --parents -t artifacts/docfx
mv artifacts/docfx/docs/site/* artifacts/docfx/
printf -- '---\nredirect_url: docs/README.html\n---\n' > artifacts/docfx/index.md
dotnet tool restore
dotnet docfx artifacts/docfx/docfx.json --warningsAsErrors
