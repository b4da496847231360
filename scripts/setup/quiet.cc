// Loads TensorFlow's base library with stderr closed. While it loads it writes two lines about oneDNN, before it reads
// TF_CPP_MIN_LOG_LEVEL, so there is no other way to keep them off a reader's first cell. Level 0 shows them.
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>

#include <node_api.h>

#ifdef __APPLE__
constexpr char kLibrary[] = "@rpath/libtensorflow_framework.2.dylib";
#else
constexpr char kLibrary[] = "libtensorflow_framework.so.2";
#endif

NAPI_MODULE_INIT() {
  const char* level = std::getenv("TF_CPP_MIN_LOG_LEVEL");
  if (level == nullptr || std::atoi(level) == 0) return exports;
  const int kept = dup(STDERR_FILENO);
  const int nowhere = open("/dev/null", O_WRONLY);
  if (kept < 0 || nowhere < 0) return exports;
  dup2(nowhere, STDERR_FILENO);
  dlopen(kLibrary, RTLD_LAZY);
  dup2(kept, STDERR_FILENO);
  close(kept);
  close(nowhere);
  return exports;
}
