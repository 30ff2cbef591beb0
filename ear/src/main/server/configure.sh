#!/usr/bin/env bash
# Makes a server base folder for Zongji from a pristine WildFly.
#   configure.sh <WildFly folder> <base folder> [<folder with postgresql.jar>]
# Repeatable: the configuration is built anew each time from WildFly's own standalone.xml.
set -eu -o pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=$1 base=$2 drivers=${3:-$(dirname "$1")/drivers}

module=$home/modules/org/postgresql/main
mkdir -p "$module"
cp "$drivers/postgresql.jar" "$module/postgresql.jar"
cp "$here/postgresql-module.xml" "$module/module.xml"

mkdir -p "$base/configuration" "$base/deployments"
cp "$home"/standalone/configuration/*.properties "$base/configuration/"
cp "$home/standalone/configuration/standalone.xml" "$base/configuration/standalone.xml"

script=$(mktemp)
trap 'rm -f "$script"' EXIT
{
    echo "embed-server --server-config=standalone.xml --std-out=discard"
    cat "$here/configure.cli"
    echo "stop-embedded-server"
} >"$script"
JBOSS_HOME=$home JAVA_OPTS="-Djboss.server.base.dir=$base -Xmx256m ${ZONGJI_CLI_OPTS:-}" \
    "$home/bin/jboss-cli.sh" --file="$script" | sed '/"outcome" => "success"/d'
# What the session itself left behind is of no use to anyone.
rm -rf "$base/configuration/standalone_xml_history" "$base/log" "$base/tmp" "$base/data"
