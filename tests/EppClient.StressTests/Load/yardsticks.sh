# Sourced by the scripts that measure: builds the neutral server, the bare loop and this library's release, and starts and stops the server.
# Needs g++, make, OpenSSL with its headers, and the folder of the server and the loop: EPP_TOOLS, or else ../shared/tools.

tools=$(realpath "${EPP_TOOLS:-../shared/tools}")
work=$(mktemp -d)
server=
trap '[[ -z $server ]] || kill "$server"; rm -rf "$work"' EXIT
export EPP_PASSWORD=any-password

# What it prints is shown where it fails.
quietly() { "$@" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }; }

cp -r "$tools/epp-load" "$tools/raw-loop" "$work"
quietly make -C "$work/epp-load"
quietly dotnet build -c Release --nologo -o "$work/bare" "$work/raw-loop"
root=$work/epp-load/cert.pem

# serve OPTIONS: on a port that the server picks.
serve() {
    [[ -z $server ]] || kill "$server"
    (cd "$work/epp-load" && exec ./epp-load --port 0 "$@" 2> /dev/null) > "$work/listening" &
    server=$!
    until port=$(grep -oE '[0-9]+$' "$work/listening"); do
        kill -0 "$server"
        sleep 0.1
    done
}

# Each prints a line of JSON.
bare() { dotnet "$work/bare/raw-loop.dll" --host localhost --port "$port" --ca "$root" --user load --password "$EPP_PASSWORD" "$@"; }
ours() { dotnet artifacts/bin/EppClient.StressTests/release/EppClient.StressTests.dll load --port "$port" --ca "$root" --password-env EPP_PASSWORD --json "$@"; }

median() { sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
