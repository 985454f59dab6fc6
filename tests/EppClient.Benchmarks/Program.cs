using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

// The generated code takes a while to compile on a small machine.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10)));
