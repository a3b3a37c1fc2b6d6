#!/usr/bin/env bash
# Takes the images of the guides (docs/images) anew, in both languages, and makes them small where pngquant is at hand.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/PerfEval.Rules.Studio.Tests --nologo -v quiet -clp:NoSummary
PERFEVAL_SCREENSHOTS=1 dotnet test tests/PerfEval.Rules.Studio.Tests --no-build --nologo -v quiet --filter FullyQualifiedName~GuideImages
if command -v pngquant >/dev/null; then
    pngquant --force --skip-if-larger --ext .png --quality 60-95 64 docs/images/*.png || [ $? -eq 98 ]
fi
du -sh docs/images
