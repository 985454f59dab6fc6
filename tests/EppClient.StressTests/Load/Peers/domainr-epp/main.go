// HOST PORT CERTIFICATE COMMANDS WARMUP: logs in, sends checks one at a time, prints a line of JSON.
package main

import (
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"log"
	"net"
	"os"
	"runtime/debug"
	"sort"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/domainr/epp"
)

const library = "github.com/domainr/epp"

func main() {
	log.SetFlags(0)
	if len(os.Args) != 6 {
		log.Fatal("HOST PORT CERTIFICATE COMMANDS WARMUP")
	}
	pem, err := os.ReadFile(os.Args[3])
	check(err)
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	commands, err := strconv.Atoi(os.Args[4])
	check(err)
	warmUp, err := strconv.Atoi(os.Args[5])
	check(err)

	connection, err := tls.Dial("tcp", net.JoinHostPort(os.Args[1], os.Args[2]), &tls.Config{RootCAs: roots})
	check(err)
	client, err := epp.NewTimeoutConn(connection, time.Minute)
	check(err)
	_, err = client.Login("load", os.Getenv("EPP_PASSWORD"), "")
	check(err)

	latencies := make([]float64, 0, commands)
	began, cpu := time.Now(), cpuUs()
	for number := 0; number < warmUp+commands; number++ {
		if number == warmUp {
			began, cpu = time.Now(), cpuUs()
		}
		sent := time.Now()
		response, err := client.CheckDomain("example.dk")
		check(err)
		if len(response.Checks) != 1 || !response.Checks[0].Available {
			log.Fatal("an unexpected response")
		}
		if number >= warmUp {
			latencies = append(latencies, float64(time.Since(sent).Nanoseconds())/1e3)
		}
	}
	seconds, cpu := time.Since(began).Seconds(), cpuUs()-cpu
	sort.Float64s(latencies)
	percentile := func(share float64) float64 {
		at := int(share * float64(commands))
		if at >= commands {
			at = commands - 1
		}
		return latencies[at]
	}
	fmt.Printf("{\"client\":\"domainr/epp\",\"version\":\"%s\",\"commands\":%d,\"commandsPerSecond\":%.0f,\"p50Us\":%.1f,\"p99Us\":%.1f,\"cpuUsPerCommand\":%.2f}\n",
		version(), commands, float64(commands)/seconds, percentile(0.50), percentile(0.99), cpu/float64(commands))
}

// cpuUs is the processor time of this process, user and system.
func cpuUs() float64 {
	var usage syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e3
}

func version() string {
	if build, ok := debug.ReadBuildInfo(); ok {
		for _, module := range build.Deps {
			if module.Path == library {
				return strings.TrimPrefix(module.Version, "v") + ", Go " + strings.TrimPrefix(build.GoVersion, "go")
			}
		}
	}
	return "unknown"
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
