// Loads TensorFlow's base library with stderr closed. While it loads it writes two lines about oneDNN, before it reads
// TF_CPP_MIN_LOG_LEVEL, so there is no other way to keep them off a reader's first cell. Level 0 shows them.
// Its one function, trim, gives memory back to the system that TensorFlow's numbers have left.
#include <dlfcn.h>
#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <unistd.h>

#include <cstdlib>

#include <node_api.h>

#ifdef __APPLE__
constexpr char kLibrary[] = "@rpath/libtensorflow_framework.2.dylib";
#else
constexpr char kLibrary[] = "libtensorflow_framework.so.2";
#endif

static napi_value Trim(napi_env, napi_callback_info) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
  return nullptr;
}

NAPI_MODULE_INIT() {
  napi_value trim;
  if (napi_create_function(env, "trim", NAPI_AUTO_LENGTH, Trim, nullptr, &trim) == napi_ok)
    napi_set_named_property(env, exports, "trim", trim);
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
