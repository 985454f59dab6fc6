// HOST PORT CERTIFICATE COMMANDS WARMUP: logs in, sends checks one at a time, prints a line of JSON.
use std::time::{Duration, Instant};

use instant_epp::domain::DomainCheck;
use instant_epp::login::Login;
use instant_epp::EppClient;

type Failure = Box<dyn std::error::Error>;

// As in Cargo.toml.
const VERSION: &str = "0.5.0";

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, host, port, certificate, commands, warm_up] = &arguments[..] else {
        return Err("HOST PORT CERTIFICATE COMMANDS WARMUP".into());
    };

    // The library trusts the roots of the system; this variable replaces them. No other thread runs yet.
    std::env::set_var("SSL_CERT_FILE", certificate);
    tokio::runtime::Runtime::new()?.block_on(measure(
        (host.clone(), port.parse()?),
        commands.parse()?,
        warm_up.parse()?,
    ))
}

async fn measure(server: (String, u16), commands: usize, warm_up: usize) -> Result<(), Failure> {
    let password = std::env::var("EPP_PASSWORD")?;
    let mut client =
        EppClient::connect("load".to_string(), server, None, Duration::from_secs(60)).await?;
    client
        .transact(&Login::new("load", &password, None, None), "LOGIN")
        .await?;

    let mut latencies = Vec::with_capacity(commands);
    let (mut began, mut cpu) = (Instant::now(), cpu_us());
    for number in 0..warm_up + commands {
        if number == warm_up {
            (began, cpu) = (Instant::now(), cpu_us());
        }

        let sent = Instant::now();
        let response = client
            .transact(
                &DomainCheck {
                    domains: &["example.dk"],
                },
                &format!("LOAD-{number}"),
            )
            .await?;
        let data = response.res_data().ok_or("no data")?;
        if !data.list[0].name.available {
            return Err("an unexpected response".into());
        }

        if number >= warm_up {
            latencies.push(sent.elapsed().as_secs_f64() * 1e6);
        }
    }

    let (seconds, cpu) = (began.elapsed().as_secs_f64(), cpu_us() - cpu);
    latencies.sort_by(f64::total_cmp);
    let percentile = |share: f64| latencies[((share * commands as f64) as usize).min(commands - 1)];
    println!(
        "{{\"client\":\"instant-epp\",\"version\":\"{VERSION}, Rust\",\"commands\":{commands},\"commandsPerSecond\":{:.0},\"p50Us\":{:.1},\"p99Us\":{:.1},\"cpuUsPerCommand\":{:.2}}}",
        commands as f64 / seconds, percentile(0.50), percentile(0.99), cpu / commands as f64
    );
    Ok(())
}

/// Processor time of this process, user and system.
fn cpu_us() -> f64 {
    // SAFETY: getrusage fills the structure, for which zeros are valid.
    let usage = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        libc::getrusage(libc::RUSAGE_SELF, &mut usage);
        usage
    };
    let us = |time: libc::timeval| time.tv_sec as f64 * 1e6 + time.tv_usec as f64;
    us(usage.ru_utime) + us(usage.ru_stime)
}
