# Writes a text file as a C array: cmake -D IN=file -D OUT=file.c -D NAME=symbol -P embed.cmake
file(READ "${IN}" hex HEX)
string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
string(REPLACE "'\\x0a'," "'\\n',\n" bytes "${bytes}")
file(WRITE "${OUT}" "extern const char ${NAME}[];\nconst char ${NAME}[] = {\n${bytes}0};\n")
