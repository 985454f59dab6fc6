using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

// The generated code takes a while to compile where the machine is small.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10)));
